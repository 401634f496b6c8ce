import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { type Day, dayOf, endOf, givenDay } from '../time/instant.js';
import { act, limit, machineAct } from './act.js';

export const served = z.strictObject({
  servedOn: givenDay,
  method: z.enum(['direct', 'left', 'mail', 'entrusted', 'electronic', 'announcement']),
});

/** 处罚告知送达. Five working days to make a statement, defend, or ask for a hearing (行政处罚法 44, 64). */
export const serveNotice = act('case.handle', ['notice'], served, (file, data, context) => {
  const approved = file.standing?.act === 'penaltyApproved' ? file.standing.at : file.openedAt;
  const on = servedDay(data.servedOn, { from: dayOf(approved), to: dayOf(context.now) });
  return {
    kind: 'noticeServed',
    changes: { noticeServedOn: on },
    data,
    starts: [limit(context, 'defence', endOf(on))],
  };
});

/** 陈述申辩, by the party itself. Nobody is fined more for it (行政处罚法 45). */
export const submitStatement = act(
  'case.answer',
  ['notice'],
  z.strictObject({ text: text(20_000) }),
  (file, data, { actor, now }) => {
    if (actor.unit === undefined || actor.unit !== file.subject.unit) {
      throw new Refusal('not-found', 'case.not-found', { zh: '没有此案件', en: 'no such case' });
    }
    return {
      kind: 'statementSubmitted',
      changes: { statements: [...file.statements, { by: actor.account, text: data.text, at: now }] },
      data,
    };
  },
);

/** 陈述申辩 made by word of mouth or on paper, written down by the handler. */
export const recordStatement = act(
  'case.handle',
  ['notice'],
  z.strictObject({ text: text(20_000) }),
  (file, data, { actor, now }) => ({
    kind: 'statementRecorded',
    changes: { statements: [...file.statements, { by: actor.account, text: data.text, at: now }] },
    data,
  }),
);

/** 陈述申辩期满: by the clock; the leader may decide. */
export const closeDefence = machineAct(['notice'], z.strictObject({}), () => ({
  kind: 'defenceClosed',
  changes: { stage: 'decision' },
  stops: ['defence'],
}));

/** Refuses service in the future, and before there was anything to serve: a party would lose its time to answer. */
export function servedDay(on: string, { from, to }: { readonly from: Day; readonly to: Day }): Day {
  if (on >= from && on <= to) return on as Day;
  throw on > to
    ? new Refusal(
        'invalid',
        'date.in-future',
        { zh: '送达日期不得晚于今天', en: 'service cannot lie in the future' },
        { field: 'servedOn' },
      )
    : new Refusal(
        'invalid',
        'date.too-early',
        { zh: `送达日期不得早于文书形成之日（${from}）`, en: `it cannot be served before it was made, on ${from}` },
        { field: 'servedOn' },
      );
}
