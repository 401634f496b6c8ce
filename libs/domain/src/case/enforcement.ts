import { z } from 'zod';
import { fen, fenText, toFen, yuan } from '../money.js';
import { requireOther } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, endOf, givenDay } from '../time/instant.js';
import { act, limit } from './act.js';
import { allPaid, executed } from './execution.js';
import type { CaseFile, Execution, Remedy } from './file.js';
import { courtClock, nextInstalment, windowOf } from './late.js';
import { served, servedDay } from './notice.js';

/** 暂缓或者分期缴纳 (行政处罚法 66 II): on the party's application, approved by somebody who does not handle the case. */
export const deferPayment = act(
  'case.approve',
  ['execution'],
  z.strictObject({
    instalments: z
      .array(z.strictObject({ due: givenDay, amount: fenText }))
      .min(1)
      .max(60)
      .meta({ description: 'One alone puts the whole off' }),
    reason,
  }),
  (file, data, context) => {
    requireOther(context.actor, file.handler);
    const execution = requireExecution(file);
    const plan = data.instalments.map(({ due, amount }) => ({ due: due as Day, amount: toFen(amount) }));
    const { owed, paid } = file.ledgers?.fine ?? { owed: fen(0n), paid: fen(0n) };
    const left = fen(owed - paid);
    if (plan.reduce((sum, { amount }) => sum + amount, 0n) !== left)
      throw new Refusal(
        'invalid',
        'instalments.sum',
        {
          zh: `各期合计须等于尚未缴纳的罚款 ${yuan(left)} 元`,
          en: `the instalments add up to the ${yuan(left)} yuan that are left`,
        },
        { field: 'instalments', article: '行政处罚法 第六十六条第二款' },
      );
    if (plan.some(({ due }) => due <= dayOf(context.now)))
      throw new Refusal(
        'invalid',
        'date.in-past',
        { zh: '缴款日期须晚于今天', en: 'an instalment falls due after today' },
        { field: 'instalments' },
      );
    const after: CaseFile = { ...file, execution: { ...execution, plan } };
    return {
      kind: 'paymentDeferred',
      changes: { execution: after.execution as Execution },
      data,
      starts: [...nextInstalment(after, context), ...courtClock(after, context)],
    };
  },
);

/** 复议、诉讼受理: while it goes on no surcharge grows (行政处罚法 73 III); the penalty is carried out all the same (73 I). */
export const recordRemedy = act(
  'case.handle',
  ['execution', 'rectification'],
  z.strictObject({ kind: z.enum(['reconsideration', 'litigation']), from: givenDay, authority: text(200) }),
  (file, { kind, from, authority }, { command, now }) => {
    const execution = requireExecution(file);
    requireBetween('from', from, execution.servedOn, dayOf(now));
    if (execution.remedies.some(({ until }) => until === undefined))
      throw new Refusal('conflict', 'remedy.running', {
        zh: '已有复议或诉讼正在进行',
        en: 'a reconsideration or a lawsuit is running already',
      });
    const remedy: Remedy = { id: command, kind, from: from as Day, authority };
    return {
      kind: 'remedyBegun',
      changes: { execution: { ...execution, remedies: [...execution.remedies, remedy] } },
      data: { kind, from, authority },
    };
  },
);

/** 复议、诉讼终结. After a reconsideration the party may sue for fifteen days more (行政诉讼法 45). */
export const endRemedy = act(
  'case.handle',
  ['execution', 'rectification'],
  z.strictObject({
    remedy: z.uuid(),
    until: givenDay.meta({ description: 'The day the decision was received' }),
    outcome: z.enum(['upheld', 'changed', 'revoked', 'withdrawn']),
  }),
  (file, { remedy, until, outcome }, context) => {
    const execution = requireExecution(file);
    const running = execution.remedies.find(({ id }) => id === remedy);
    if (!running)
      throw new Refusal('not-found', 'remedy.not-found', {
        zh: '没有此复议或诉讼',
        en: 'no such reconsideration or lawsuit',
      });
    if (running.until)
      throw new Refusal(
        'conflict',
        'remedy.ended',
        { zh: '该复议或诉讼已终结', en: 'it has ended already' },
        { standing: running },
      );
    requireBetween('until', until, running.from, dayOf(context.now));
    const remedies = execution.remedies.map((each) =>
      each.id === remedy ? { ...each, until: until as Day, outcome } : each,
    );
    const after: CaseFile = { ...file, execution: { ...execution, remedies } };
    return {
      kind: 'remedyEnded',
      changes: { execution: after.execution as Execution },
      data: { kind: running.kind, until, outcome },
      starts: courtClock(after, context),
    };
  },
);

/** 催告书送达 (行政强制法 54): ten working days to comply before a court is asked. */
export const serveDemand = act('case.handle', ['execution'], served, (file, data, context) => {
  const execution = requireExecution(file);
  const on = servedDay(data.servedOn, { from: execution.servedOn, to: dayOf(context.now) });
  return {
    kind: 'demandServed',
    changes: { execution: { ...execution, demandedOn: on } },
    data,
    starts: [limit(context, 'demand', endOf(on))],
  };
});

/** 申请法院强制执行: inside its window alone (行政强制法 53, 54). */
export const applyToCourt = act(
  'case.handle',
  ['execution'],
  z.strictObject({ on: givenDay, court: text(200) }),
  (file, { on, court }, context) => {
    const execution = requireExecution(file);
    const window = windowOf(execution, context);
    requireBetween('on', on, execution.servedOn, dayOf(context.now));
    if (execution.remedies.some(({ until }) => until === undefined))
      throw outside(
        '复议、诉讼尚未终结，不能申请强制执行',
        'a reconsideration or a lawsuit is still running',
        '行政强制法 第五十三条',
      );
    if (!window.opens) throw outside('申请前应当先催告', 'a demand must be served first', '行政强制法 第五十四条');
    if (on < window.opens || on > window.closes)
      throw outside(
        `申请期限为 ${window.opens} 至 ${window.closes}`,
        `the application lies between ${window.opens} and ${window.closes}`,
        '行政强制法 第五十三条、第五十四条',
      );
    return {
      kind: 'courtApplied',
      changes: { execution: { ...execution, court: { on: on as Day, name: court } } },
      data: { on, court },
      stops: ['courtApplication', 'demand'],
    };
  },
);

/** 减免加处罚款 (行政强制法 42): where the party made good; what was paid of it stays paid. */
export const waiveSurcharge = act('case.approve', ['execution'], z.strictObject({ reason }), (file, data, context) => {
  requireOther(context.actor, file.handler);
  const { surcharge } = file.ledgers ?? {};
  if (!file.ledgers || !surcharge || surcharge.paid === surcharge.owed)
    throw new Refusal('conflict', 'surcharge.nothing-owed', {
      zh: '没有尚未缴纳的加处罚款',
      en: 'no surcharge is left to pay',
    });
  const ledgers = { ...file.ledgers, surcharge: { owed: surcharge.paid, paid: surcharge.paid } };
  const waived = { kind: 'surchargeWaived', changes: { ledgers }, data: { ...data, owed: surcharge.owed } };
  return allPaid(ledgers) ? [waived, executed(file)] : waived;
});

function requireExecution({ execution }: CaseFile): Execution {
  if (execution) return execution;
  throw new Refusal('conflict', 'case.incomplete', { zh: '尚未送达处罚决定', en: 'the decision was not served' });
}

function requireBetween(field: string, on: string, from: Day, to: Day): void {
  if (on >= from && on <= to) return;
  throw on > to
    ? new Refusal('invalid', 'date.in-future', { zh: '日期不得晚于今天', en: 'it cannot lie in the future' }, { field })
    : new Refusal('invalid', 'date.too-early', { zh: `不得早于 ${from}`, en: `not before ${from}` }, { field });
}

const outside = (zh: string, en: string, article: string) =>
  new Refusal('conflict', 'court.outside-window', { zh, en }, { field: 'on', article });
