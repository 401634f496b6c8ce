/** A need that is not met, in one sentence for the person at the terminal. */
export class Unmet extends Error {
  name = 'Unmet';
}

const began = Date.now();

/** A progress line; on stderr, so that what a command prints can be read by a program. */
export const say = (line) => console.error(`${`${((Date.now() - began) / 1000).toFixed(1)}`.padStart(6)} s  ${line}`);

/** Ends the process over an error: one sentence where a person can act on it, the stack where only a developer can. */
export function giveUp(error) {
  const sentence = error instanceof Error && ['Unmet', 'ConfigError'].includes(error.name);
  console.error(`\n✕ ${sentence ? error.message : (error?.stack ?? error)}`);
  process.exit(1);
}
