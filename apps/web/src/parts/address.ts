/**
 * A value of an address, as JSON. A number is left as it was written: an identity number has more digits than a number keeps,
 * and `1.50` is no `1.5`. Those that lose nothing the router has read as numbers before.
 */
export function readValue(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return typeof value === 'number' ? text : value;
}
