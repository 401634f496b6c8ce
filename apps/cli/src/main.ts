import { Unmet } from '../../../scripts/say.mjs';

/** What each command's module offers. */
export interface Command {
  readonly help: string;
  /** Arguments make no sense to it unless it says so. */
  readonly takesArguments?: true;
  /** The exit code. */
  run(args: string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./start.js'),
  rehearse: () => import('./rehearse.js'),
  plan: () => import('./plan.js'),
  law: () => import('./law.js'),
  rehydrate: () => import('./rehydrate.js'),
  verify: () => import('./verify.js'),
  vault: () => import('./vault.js'),
  export: () => import('./export.js'),
  migrate: () => import('./migrate.js'),
  bootstrap: () => import('./bootstrap.js'),
};

export async function main(name: string, args: string[]): Promise<number> {
  const load = COMMANDS[name];
  if (!load) throw new Unmet(`There is no command "${name}".`);
  const command = await load();
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(command.help);
    return 0;
  }
  if (args.length > 0 && !command.takesArguments)
    throw new Unmet(`fundguard ${name} takes no arguments, and does not know "${args[0]}".`);
  return command.run(args).catch((error: unknown) => {
    throw unmetBy(error) ?? error;
  });
}

/** What somebody at the terminal can mend is said in a sentence. */
function unmetBy(error: unknown): Unmet | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED')
    return new Unmet(
      '数据库没有应答 · PostgreSQL does not answer: start the product (npm start), or set DATABASE_URL.',
    );
  if (code === 'ENOENT' && path) return new Unmet(`没有此文件 · there is no file ${path}.`);
  return undefined;
}
