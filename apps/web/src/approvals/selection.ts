import type { Matter } from './queries';

/** A matter in the address. The kind is part of it: the same case waits again at a later stage. */
export const keyOf = ({ kind, id, file }: Matter): string => `${kind}_${id}_${file}`;

export function fileIn(key: string): { readonly kind: string; readonly file: string } {
  const [kind = '', , file = ''] = key.split('_');
  return { kind, file };
}

/** The matter after this one; the one before it when it is the last. */
export function after(matters: readonly Matter[], key: string): Matter | undefined {
  const at = matters.findIndex((each) => keyOf(each) === key);
  return matters[at + 1] ?? matters[at - 1];
}
