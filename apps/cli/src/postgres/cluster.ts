import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unmet } from '../../../../scripts/say.mjs';
import type { Place } from './place.js';

/** Random, made once, and kept beside the data where only their owner reads them. */
export interface Access {
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** The port of the last time, taken again when it is free. */
  readonly port?: number;
  /** Whoever made these data has put into them all that belongs there from the beginning. */
  readonly settled?: boolean;
}

export const dataOf = (place: Place) => join(place.folder, 'data');
const accessFile = (place: Place) => join(place.folder, 'access.json');

/** Opens the data of this place; makes them first, with one empty database, where there are none that were settled. */
export function openCluster(place: Place, database: string, durable: boolean): Access & { readonly isNew: boolean } {
  const data = dataOf(place);
  if (!existsSync(data)) return { ...makeCluster(place, database, durable), isNew: true };
  if (!existsSync(accessFile(place)))
    throw new Unmet(`${accessFile(place)} is missing, which holds the password of ${data}.`);
  const access = JSON.parse(readFileSync(accessFile(place), 'utf8')) as Access;
  if (access.settled) {
    const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    if (place.binaries.version.startsWith(`${major}.`)) return { ...access, isNew: false };
    throw new Unmet(
      `${data} was made by PostgreSQL ${major}, and this is ${place.binaries.version}: move it away or upgrade it.`,
    );
  }
  rmSync(data, { recursive: true, force: true });
  return { ...makeCluster(place, database, durable), isNew: true };
}

export function keepAccess(place: Place, access: Access): void {
  writeFor(place, accessFile(place), JSON.stringify(access));
}

/** Made beside its place and renamed: a start that is cut off here leaves nothing that looks like a database. */
function makeCluster(place: Place, database: string, durable: boolean): Access {
  const partial = join(place.folder, 'data.partial');
  const passwordFile = join(place.folder, 'password');
  rmSync(partial, { recursive: true, force: true });
  const access = { ownerPassword: secret(), appPassword: secret() };
  keepAccess(place, access);
  writeFor(place, passwordFile, access.ownerPassword);
  run(place, 'initdb', [
    ...['--pgdata', partial, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    // The built-in locale is the same on every machine. ICU's collations, for names, are there beside it.
    ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
    ...['--no-instructions', ...(durable ? [] : ['--no-sync'])],
  ]);
  rmSync(passwordFile);
  run(place, 'postgres', ['--single', '-D', partial, 'postgres'], `create database ${database};\n`);
  renameSync(partial, dataOf(place));
  return access;
}

const secret = () => randomBytes(24).toString('base64url');

/** Renamed into place, so that a full disk or a cut leaves the earlier file. */
function writeFor({ account }: Place, file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  if (account) chownSync(`${file}.new`, account.uid, account.gid);
  renameSync(`${file}.new`, file);
}

function run({ binaries, account }: Place, program: string, args: string[], input = ''): void {
  const { status, error, stderr } = spawnSync(join(binaries.folder, 'bin', program), args, {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    env: NEUTRAL,
    input,
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Unmet(`PostgreSQL's ${program} failed: ${error?.message ?? stderr.trim().split('\n').slice(-3).join(' ')}`);
}

/** None of the caller's PG* variables, locale or time zone gets into the server. */
export const NEUTRAL = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };
