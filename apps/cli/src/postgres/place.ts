import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { CHECKOUT, isRoot, unprivilegedAccount, type Account } from '../../../../scripts/host.mjs';
import { Unmet } from '../../../../scripts/say.mjs';
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
 * then the data and a copy of the programs go elsewhere, always to the same place for the same checkout.
 */
export function findPlace(wanted: string): Place {
  const installed = installedBinaries();
  if (!isRoot()) {
    makeFolder(wanted);
    return { folder: realpathSync(wanted), binaries: installed, account: undefined };
  }
  const account = ownerOf(wanted) ?? unprivilegedAccount();
  if (!account) throw new Unmet('PostgreSQL does not run as root: add an account for it (useradd --system postgres).');
  const binaries = canRun(installed, account) ? installed : copyBinaries(installed, refuge(account));
  if (canKeep(wanted, account)) return { folder: realpathSync(wanted), binaries, account };
  // Never an empty database instead of the one that is there.
  if (holdsData(wanted)) throw new Unmet(`The account ${account.name} cannot enter ${wanted}, where the data are.`);
  rmdirSync(wanted);
  const elsewhere = join(refuge(account), relative(CHECKOUT, wanted).replace(/\W+/g, '-').replace(/^-/, ''));
  if (canKeep(elsewhere, account)) return { folder: realpathSync(elsewhere), binaries, account };
  throw new Unmet(
    `The account ${account.name} can work neither in ${wanted} nor in ${elsewhere}: move the checkout where it can.`,
  );
}

/** A folder for this checkout that root owns and others can enter. */
function refuge(account: Account): string {
  const name = createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 12);
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

/** Its parents may be passed through, it itself is its owner's alone. */
function makeFolder(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
}

function canKeep(folder: string, account: Account): boolean {
  makeFolder(folder);
  if (statSync(folder).uid !== account.uid) chownSync(folder, account.uid, account.gid);
  return succeeds('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], account);
}

const canRun = ({ folder }: Binaries, account: Account) =>
  succeeds(join(folder, 'bin/postgres'), ['--version'], account);

/** Asked of the system itself, as that account: modes, access lists, mount options and name spaces all have their say. */
const succeeds = (command: string, args: string[], { uid, gid }: Account) =>
  spawnSync(command, args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
