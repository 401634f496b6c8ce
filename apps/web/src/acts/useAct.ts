import type { Schemas } from '@fundguard/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { send } from '../api/api';
import { type ActName, actOf } from './schema';

export interface Target {
  readonly id?: string;
  /** The version that is on the screen: what changed meanwhile is not decided on unseen. */
  readonly version?: number | undefined;
}

/** Up to which version the person knows a file by their own acts, before any page has read it anew. */
export const knownKey = (id: string) => ['known', id] as const;

/**
 * Runs one act. A second try after a lost connection carries the same idempotency key, and so acts once; a changed
 * payload is another command and gets a key of its own.
 */
export function useAct(name: ActName, { id, version }: Target = {}) {
  const client = useQueryClient();
  const sent = useRef<{ readonly text: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: async (payload: object) => {
      const { method, path } = actOf(name);
      const text = JSON.stringify([id, payload]);
      if (sent.current?.text !== text) sent.current = { text, key: crypto.randomUUID() };
      return (await send(method, path.replace('{id}', id ?? ''), payload, {
        'idempotency-key': sent.current.key,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      })) as Schemas['Answer'];
    },
    onSuccess: (answer) => {
      sent.current = undefined;
      if (id !== undefined && version !== undefined) client.setQueryData(knownKey(id), answer.version);
      // Not waited for: what the act was on may leave the page, and whoever asked has to hear of it before.
      void client.invalidateQueries();
    },
  });
}
