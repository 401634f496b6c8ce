/** The same value always gives the same text, whatever the order of its keys: what is hashed. */
export function canonicalJson(value: unknown, write = (_key: string, each: unknown): unknown => each): string {
  return JSON.stringify(value, (key, each: unknown) => {
    const written = write(key, each);
    if (typeof written !== 'object' || written === null || Array.isArray(written)) return written;
    return Object.fromEntries(Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
