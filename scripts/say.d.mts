export class Unmet extends Error {
  readonly name: 'Unmet';
}
export function say(line: string): void;
export function giveUp(error: unknown): never;
