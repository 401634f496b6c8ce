/** Text in GBK, by asking the decoder of the platform which two bytes make which character. */
export function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if ([...character].length === 1 && !bytes.has(character)) bytes.set(character, [high, low]);
    }
  return Buffer.from([...text].flatMap((each) => bytes.get(each) ?? [each.charCodeAt(0)]));
}
