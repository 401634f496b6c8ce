import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AccountId } from '@fundguard/domain';
import { addAccount, hasAdministrator, installOrganisation, openDatabase } from '@fundguard/persistence';
import { organisation } from '@fundguard/rulebook';
import { hash } from '@node-rs/argon2';
import { parse } from 'yaml';
import { Unmet } from '../../../scripts/say.mjs';
import { findConnections } from './connections.js';

export const help = `fundguard bootstrap FILE

  初始化机构 · installs the regions and units of a YAML or JSON file (as data/demo/organisation.yaml) and, where there is
  none yet, an administrator of the first region, whose random password is printed once. Running it again adds what is new.

  Uses the running product, or DATABASE_URL.`;

export const takesArguments = true;

export async function run([file]: string[]): Promise<number> {
  if (!file) throw new Unmet('Name the file of regions and units: fundguard bootstrap FILE.');
  const read = organisation.safeParse(parse(await readFile(file, 'utf8')));
  if (!read.success) {
    throw new Unmet(
      `${file}: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}.`,
    );
  }
  const db = await openDatabase(findConnections().databaseUrl, 1);
  try {
    const { region } = await installOrganisation(db, read.data);
    console.log(`✓ ${read.data.regions.length} 个辖区，${read.data.units.length} 家单位 · regions and units`);
    if (await hasAdministrator(db)) return 0;
    const password = randomBytes(12).toString('base64url');
    await addAccount(db, {
      id: randomUUID() as AccountId,
      login: 'admin',
      name: '系统管理员',
      passwordHash: await hash(password),
      roles: ['administrator'],
      region: region(read.data.regions[0]?.code ?? ''),
    });
    console.log(`✓ 管理员 administrator: admin / ${password}（只显示这一次 · shown this once）`);
    return 0;
  } finally {
    await db.close();
  }
}
