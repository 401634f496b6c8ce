import { Unmet } from '../../../scripts/say.mjs';

/** What each command's module offers. */
export interface Command {
  readonly help: string;
  /** The exit code. */
  run(args: string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./start.js'),
  rehearse: () => import('./rehearse.js'),
  rehydrate: () => import('./rehydrate.js'),
  verify: () => import('./verify.js'),
  migrate: () => import('./migrate.js'),
  bootstrap: () => import('./bootstrap.js'),
};

export async function main(name: string, args: string[]): Promise<number> {
  const load = COMMANDS[name];
  if (!load) throw new Unmet(`There is no command "${name}".`);
  const command = await load();
  if (!args.some((arg) => arg === '--help' || arg === '-h')) return command.run(args);
  console.log(command.help);
  return 0;
}
