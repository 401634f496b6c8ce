#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { doctor, firstObstacle } from './doctor.mjs';
import { prepare } from './prepare.mjs';
import { giveUp, Unmet } from './say.mjs';

const HELP = `基金卫士 Fundguard: enforcement campaigns and cases of a medical-insurance bureau

  fundguard start       start everything on this machine (same as npm start)
  fundguard doctor      say what this machine lacks, and how to mend it
  fundguard rehearse    run a plan from its first day to its last in seconds
  fundguard plan check  say what is wrong with a plan somebody writes
  fundguard law         answer questions on deadlines and penalties, one JSON object a line
  fundguard rehydrate   start the workflows of all open files again, from PostgreSQL alone
  fundguard verify      prove the record, a draw or a case package, or name the first thing that does not hold
  fundguard export case write a whole case into one file that anybody can verify

  on a server:
  fundguard migrate     bring the schema of the database up to date
  fundguard bootstrap   install regions, units and the first administrator
  fundguard vault       change the key that seals who reported a lead

  fundguard <command> --help   options of one command

环境变量 environment: PORT (3000) · HOST (127.0.0.1) · DATA_DIR (.data) · DEMO (true) · LOG_LEVEL (info)
  TEMPORAL_CLI_PATH, TEMPORAL_TEST_SERVER_PATH: programs to use instead of fetched ones`;

/** What each command wants of Temporal before it can run. */
const NEEDS = {
  start: ['cli'],
  rehearse: ['testServer'],
  plan: [],
  law: [],
  rehydrate: [],
  verify: [],
  vault: [],
  export: [],
  migrate: [],
  bootstrap: [],
};
const MAIN = new URL('../apps/cli/dist/main.js', import.meta.url);

const [command, ...args] = process.argv.slice(2);
const asksHelp = args.some((arg) => arg === '--help' || arg === '-h');

async function run() {
  if (command === undefined || command === 'help' || command.startsWith('-'))
    return print(HELP, command === undefined ? 1 : 0);
  if (command === 'doctor') return asksHelp ? print(HELP) : Math.min(1, await doctor());
  if (!Object.hasOwn(NEEDS, command)) throw new Unmet(`There is no command "${command}"; fundguard --help lists them.`);
  if (asksHelp && !existsSync(fileURLToPath(MAIN))) return print(HELP);
  if (!asksHelp) {
    const obstacle = command === 'start' ? await firstObstacle() : undefined;
    if (obstacle) throw new Unmet(obstacle);
    await prepare({ needs: NEEDS[command] });
  }
  const { main } = await import(MAIN.href);
  return main(command, args);
}

function print(text, code = 0) {
  console.log(text);
  return code;
}

run().then((code) => {
  process.exitCode = code;
}, giveUp);
