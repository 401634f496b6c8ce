import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot, unprivilegedAccount, type Account } from '../../../../scripts/host.mjs';
import { Unmet } from '../unmet.js';
import { copyBinaries, installedBinaries, type Binaries } from './binaries.js';

/** Where PostgreSQL keeps its data, from where it runs, and as whom. */
export interface Place {
  readonly folder: string;
  readonly binaries: Binaries;
  /** Only for root, as which PostgreSQL does not run. */
  readonly account: Account | undefined;
}

/**
 * The folder that is wanted, where its account can work in it. A checkout of root's often lies where only root can go (`/root`):
 * then the data and a copy of the programs go elsewhere, always to the same place for the same folder.
 */
export function findPlace(wanted: string): Place {
  const installed = installedBinaries();
  if (!isRoot()) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return { folder: realpathSync(wanted), binaries: installed, account: undefined };
  }
  const account = ownerOf(wanted) ?? unprivilegedAccount();
  if (!account) throw new Unmet('PostgreSQL does not run as root: add an account for it (useradd --system postgres).');
  const reachable = canRun(installed, account);
  if (canKeep(wanted, account) && reachable) return { folder: realpathSync(wanted), binaries: installed, account };
  // Never an empty database instead of the one that is there.
  if (holdsData(wanted)) throw new Unmet(`The account ${account.name} cannot enter ${wanted}, where the data are.`);
  rmdirSync(wanted);
  const elsewhere = refuge(wanted, account);
  const binaries = reachable ? installed : copyBinaries(installed, elsewhere);
  const folder = join(elsewhere, 'postgres');
  if (canRun(binaries, account) && canKeep(folder, account)) return { folder: realpathSync(folder), binaries, account };
  throw new Unmet(`The account ${account.name} can neither work in ${wanted} nor in ${elsewhere}: move the checkout to where it can.`);
}

/** A folder by the name of the wanted one, that root owns and others can enter. */
function refuge(wanted: string, account: Account): string {
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  for (const base of ['/var/lib/fundguard', join(tmpdir(), 'fundguard'), '/tmp/fundguard']) {
    const folder = join(base, name);
    const umask = process.umask(0o022);
    try {
      mkdirSync(folder, { recursive: true });
      // In a shared temporary folder the name may have been taken by somebody who means harm.
      const ours = statSync(base).uid === 0 && statSync(folder).uid === 0;
      if (ours && succeeds('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account)) return folder;
    } catch {
      continue;
    } finally {
      process.umask(umask);
    }
  }
  throw new Unmet(`No folder was found in which the account ${account.name} can keep PostgreSQL's data.`);
}

/** Data that exist stay with their account: whoever began as themselves may go on as root, and back. */
function ownerOf(folder: string): Account | undefined {
  if (!holdsData(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { name: `#${uid}`, uid, gid };
}

const holdsData = (folder: string) => existsSync(join(folder, 'data'));

function canKeep(folder: string, account: Account): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(folder).uid !== account.uid) chownSync(folder, account.uid, account.gid);
  return succeeds('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], account);
}

const canRun = ({ folder }: Binaries, account: Account) => succeeds(join(folder, 'bin/postgres'), ['--version'], account);

/** Asked of the system itself, as that account: modes, access lists, mount options and name spaces all have their say. */
const succeeds = (command: string, args: string[], { uid, gid }: Account) =>
  spawnSync(command, args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
