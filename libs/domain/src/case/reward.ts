import { z } from 'zod';
import type { Context } from '../act.js';
import { fenText, toFen, yuan } from '../money.js';
import { requireOther } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { assessReward } from '../reward/assess.js';
import type { Reward, RewardStatus } from '../reward/reward.js';
import { rewardTablesFor } from '../reward/table.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';
import { type CaseAct, type CaseEvent, act, clockKey, limit, machineAct } from './act.js';
import { deskAct } from './desk-act.js';
import { type CaseFile, STAGES } from './file.js';

/** A reward follows a decision, and may come when the case has long been struck off. */
const DECIDED: CaseAct['stages'] = ['service', 'execution', 'rectification', 'closure', 'struckOff'];
const ANY: CaseAct['stages'] = STAGES;

/** 申报奖励: computed by the table of the region in force when the decision was made (R-LEAD-06). */
export const proposeReward = act(
  'case.handle',
  DECIDED,
  z.strictObject({
    reporter: z.uuid(),
    category: z.string().max(60).meta({ description: 'Of the local table' }),
    caseValue: fenText.meta({ description: 'What was found that the report led to, in fen', format: 'fen' }),
    grounds: text(5_000).meta({ description: 'What the report gave; not who they are' }),
  }),
  (file, data, context) => {
    const { decision } = file;
    if (!decision) throw undecided();
    const reported = file.rewards?.find(({ reporter, status }) => reporter === data.reporter && status !== 'refused');
    if (reported) throw rewardedOnce();
    const caseValue = toFen(data.caseValue);
    if (caseValue > decision.penalty.refund) throw tooMuch(yuan(decision.penalty.refund));
    const tables = rewardTablesFor(context.rewardTables ?? [], file.region, dayOf(decision.decidedAt));
    const { amount, explanation, table } = assessReward({ caseValue, category: data.category }, tables);
    const reward: Reward = {
      ...{ id: context.command, reporter: data.reporter, status: 'proposed', category: data.category, caseValue },
      ...{ amount, explanation, table, grounds: data.grounds, proposedBy: context.actor.account },
    };
    return { kind: 'rewardProposed', changes: { rewards: [...(file.rewards ?? []), reward] }, data: { ...reward } };
  },
);

const one = { reward: z.uuid() };

/** 批准奖励: by a leader who did not propose it (R-APPR-09). */
export const approveReward = act('case.approve', DECIDED, z.strictObject(one), (file, { reward }, context) => {
  const { proposedBy, amount } = inStatus(file, reward, ['proposed']);
  requireOther(context.actor, proposedBy);
  const { account } = context.actor;
  return step(file, reward, 'rewardApproved', { status: 'approved', approvedBy: account }, { amount });
});

/** 不予奖励, with the reason. */
export const refuseReward = act(
  'case.approve',
  ANY,
  z.strictObject({ ...one, reason }),
  (file, { reward, reason: why }, context) => {
    const { proposedBy } = inStatus(file, reward, ['proposed']);
    requireOther(context.actor, proposedBy);
    return step(file, reward, 'rewardRefused', { status: 'refused', reason: why });
  },
);

/** 通知领取: two months from then it can be collected. */
export const notifyReward = deskAct(ANY, z.strictObject({ ...one, notifiedOn: givenDay }), (file, data, context) => {
  const { reward, notifiedOn } = data;
  inStatus(file, reward, ['approved']);
  if (notifiedOn > dayOf(context.now)) throw notYet('notifiedOn');
  const collection = limit(context, 'rewardCollection', context.now, { of: reward });
  const collectBy = dayOf(collection.due);
  return {
    ...step(file, reward, 'rewardNotified', { status: 'notified', collectBy }, { notifiedOn }),
    starts: [collection],
  };
});

/** 发放奖励, with its voucher. Whoever stayed anonymous brings the code; it is looked at before this and kept nowhere. */
export const payReward = deskAct(
  ANY,
  z.strictObject({
    ...one,
    paidOn: givenDay,
    voucher: text(200),
    code: z.string().max(60).optional().meta({ description: 'Of an anonymous reporter' }),
  }),
  (file, { reward, paidOn, voucher }, context) => {
    const { approvedBy, amount } = inStatus(file, reward, ['notified']);
    requireOther(context.actor, approvedBy);
    if (paidOn > dayOf(context.now)) throw notYet('paidOn');
    const paid = { status: 'paid' as const, paidOn: paidOn as Day, voucher };
    return { ...step(file, reward, 'rewardPaid', paid, { amount }), stops: [ofReward(reward)] };
  },
);

/** 逾期视为放弃: nobody collected it in time. */
export const expireReward = machineAct(
  ANY,
  z.strictObject({ clock: z.literal('rewardCollection'), of: z.uuid(), due: z.string() }),
  (file, { of, due }, context: Context) => {
    const clock = file.clocks.find((each) => clockKey(each) === ofReward(of));
    const reward = file.rewards?.find(({ id }) => id === of);
    if (!clock || clock.due !== due || clock.due > context.now || reward?.status !== 'notified') throw stale();
    return { ...step(file, of, 'rewardExpired', { status: 'expired' }), stops: [ofReward(of)] };
  },
);

const ofReward = (id: string) => clockKey({ clock: 'rewardCollection', of: id });

function inStatus(file: CaseFile, id: string, statuses: readonly RewardStatus[]): Reward {
  const reward = file.rewards?.find((each) => each.id === id);
  if (!reward) throw new Refusal('not-found', 'reward.not-found', { zh: '没有此奖励', en: 'no such reward' });
  if (statuses.includes(reward.status)) return reward;
  throw new Refusal(
    'conflict',
    'reward.status',
    { zh: `该奖励的状态不允许此操作（${reward.status}）`, en: `the reward is ${reward.status}` },
    { standing: { id, status: reward.status } },
  );
}

const step = (file: CaseFile, id: string, kind: string, change: Partial<Reward>, more: object = {}): CaseEvent => ({
  kind,
  changes: { rewards: (file.rewards ?? []).map((each) => (each.id === id ? { ...each, ...change } : each)) },
  data: { reward: id, ...change, ...more },
});

const undecided = () =>
  new Refusal('conflict', 'reward.undecided', {
    zh: '作出处罚决定、认定案值后才能申报奖励',
    en: 'a reward follows the decision, which says what the case is worth',
  });
const rewardedOnce = () =>
  new Refusal('conflict', 'reward.once', {
    zh: '该举报人在本案已有奖励',
    en: 'this reporter has a reward in this case already',
  });
const tooMuch = (most: string) =>
  new Refusal(
    'invalid',
    'reward.value-exceeds',
    { zh: `案值不得超过决定认定的 ${most} 元`, en: `the case is worth ${most} yuan at most, as decided` },
    { field: 'caseValue' },
  );
const notYet = (field: string) =>
  new Refusal(
    'invalid',
    'date.too-late',
    { zh: '日期不得晚于今天', en: 'the day cannot lie in the future' },
    { field },
  );
const stale = () =>
  new Refusal('conflict', 'clock.stale', { zh: '该期限已变更或已办结', en: 'the limit moved or was met' });
