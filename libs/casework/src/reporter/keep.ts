import {
  type CaseEvent,
  type CaseFile,
  type Context,
  type NewReporter,
  Refusal,
  registerReporter,
  requirePerson,
} from '@fundguard/domain';
import { type Tx, addReporter, reporterByCode, vaultSecret } from '@fundguard/persistence';
import { machineCommandId } from '../command.js';
import type { Platform } from '../platform.js';
import { type Vault, codeHash, codeOf } from '../vault.js';

const CODES = 'codes';

export const requireVault = ({ vault }: Platform): Vault => {
  if (vault) return vault;
  throw new Refusal('conflict', 'vault.no-key', {
    zh: '未配置举报人保险库密钥（VAULT_KEY），不能登记、查看举报人',
    en: 'VAULT_KEY is not set: no reporter is taken in or shown',
  });
};

/** A reporter's id follows from the command that brought them. */
export const reporterIdOf = (command: string): string => machineCommandId('reporter', command);

/** The secret of the codes: made once, sealed by the master key, and the same for ever. */
export async function codeSecret(tx: Tx, vault: Vault): Promise<Buffer> {
  return vault.secret(await vaultSecret(tx, CODES, () => vault.newSecret(CODES)), CODES);
}

/** What the case's record says of a new reporter: that there is one, and whether by name. */
export const reporterEvent = (file: CaseFile, { kind }: NewReporter, context: Context): CaseEvent =>
  registerReporter(file, { id: reporterIdOf(context.command), kind }, context);

/** Puts a reporter of a file that is there into the vault. Returns their code, where they stay anonymous. */
export async function keepReporter(
  tx: Tx,
  vault: Vault,
  { file, reporter, context }: { readonly file: CaseFile; readonly reporter: NewReporter; readonly context: Context },
): Promise<string | undefined> {
  const id = reporterIdOf(context.command);
  const { account } = requirePerson(context.actor, 'case.intake');
  const { name, phone, address } = reporter;
  const row = { id, caseId: file.id, region: file.region, by: account, at: context.now };
  if (name) {
    const identity = { name, ...(phone ? { phone } : {}), ...(address ? { address } : {}) };
    await addReporter(tx, { ...row, sealed: vault.seal(identity, id) });
    return undefined;
  }
  const secret = await codeSecret(tx, vault);
  const code = codeOf(secret, id);
  await addReporter(tx, { ...row, codeHash: codeHash(secret, code) });
  return code;
}

/** The code once more, for a command that was sent again. */
export const codeAgain = async (
  tx: Tx,
  vault: Vault,
  { kind }: NewReporter,
  command: string,
): Promise<string | undefined> =>
  kind === 'anonymous' ? codeOf(await codeSecret(tx, vault), reporterIdOf(command)) : undefined;

/** Whose code it is. What can be no code is said so, before anything is looked up. */
export async function reporterWithCode(tx: Tx, vault: Vault, typed: string) {
  const hash = codeHash(await codeSecret(tx, vault), typed);
  if (!hash) throw badCode();
  return reporterByCode(tx, hash);
}

const badCode = () =>
  new Refusal(
    'invalid',
    'reporter.bad-code',
    { zh: '查询码有误，请逐位核对', en: 'this is no code: look at each character again' },
    { field: 'code' },
  );
