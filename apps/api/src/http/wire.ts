/** What leaves over HTTP: money as digits in a string. */
export const wire = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? each.toString() : each));
