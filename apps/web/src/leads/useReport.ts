import type { Schemas } from '@fundguard/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { send } from '../api/api';
import type { Report } from './report';

interface Sent {
  readonly report: Report;
  /** 并入: the case it joins at once, and why. */
  readonly into?: { readonly id: string; readonly reason: string };
}

/** Sends a report once: after a lost connection the same key brings the same answer, and the same code. */
export function useReport() {
  const client = useQueryClient();
  const sent = useRef<{ readonly text: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: async ({ report, into }: Sent) => {
      const text = JSON.stringify(report);
      if (sent.current?.text !== text) sent.current = { text, key: crypto.randomUUID() };
      const { key } = sent.current;
      const answer = (await send('POST', '/api/v1/leads', report, { 'idempotency-key': key })) as Schemas['Reported'];
      if (into)
        await send(
          'POST',
          `/api/v1/cases/${answer.id}/merger`,
          { into: into.id, reason: into.reason },
          { 'idempotency-key': `merge-${key}` },
        );
      return answer;
    },
    gcTime: 0,
    onSuccess: () => {
      sent.current = undefined;
      void client.invalidateQueries();
    },
  });
}
