import { z } from 'zod';
import type { Context } from '../act.js';
import { canonicalJson } from '../canonical-json.js';
import type { CampaignId } from '../campaign/file.js';
import { type Person, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { type Day, dayOf, givenDay } from '../time/instant.js';
import { type Dimensions, contentOf, heldFields, plannedFields } from './content.js';
import { WORK_KINDS } from './kinds.js';
import { type FollowUp, WORK_STATUS_NAMES, type WorkContent, type WorkRecord, mayWriteWork } from './work.js';

/** A record with what its campaign's plan names for an acceptance. */
export type WorkFile = WorkRecord & { readonly dimensions: Dimensions };

/** What an act makes of a record, and what the campaign's record says of it. */
export interface WorkOutcome {
  readonly kind: string;
  readonly changes: Partial<Omit<WorkRecord, 'id' | 'campaign' | 'version' | 'kind'>>;
  readonly data: Readonly<Record<string, unknown>>;
}

const entered = {
  campaign: z.uuid().toLowerCase(),
  kind: z.enum(WORK_KINDS),
  title: text(200),
};
const units = z
  .array(z.uuid().toLowerCase())
  .min(1)
  .max(3_000)
  .optional()
  .meta({ description: 'Of a briefing: whom it is for. Left out it is for every institution of the campaign' });

export const workPlanPayload = z
  .strictObject({ ...entered, plannedOn: givenDay, ...plannedFields, units })
  .meta({ id: 'NewWorkPlan' });
export const workPayload = z
  .strictObject({ ...entered, heldOn: givenDay, ...heldFields, units })
  .meta({ id: 'NewWorkRecord' });

interface Entered {
  readonly record: WorkRecord;
  readonly outcome: WorkOutcome;
}

/** 安排: the plan of mobilisation, of joint work, of publicity, with the day it is meant for (R-PUB-05). */
export function planWork(
  id: string,
  { campaign, kind, title, plannedOn, units: named, ...told }: z.output<typeof workPlanPayload>,
  { actor, now }: Context,
): Entered {
  const { account } = requirePerson(actor, 'campaign.coordinate');
  if (plannedOn < dayOf(now)) throw tooEarly();
  const content = contentOf(kind, { ...told, units: named }, false, []);
  return {
    record: {
      ...{ id, campaign: campaign as CampaignId, version: 1, status: 'planned', kind, title },
      ...{ plannedOn: plannedOn as Day, content, followUps: [], enteredBy: account },
      everyone: kind === 'briefing' && !named,
    },
    outcome: {
      ...{ kind: 'workPlanned', changes: {} },
      data: { kind, title, plannedOn, ...said(content), ...(named ? { units: named.length } : {}) },
    },
  };
}

/** 登记: what was held without having been planned here. An inspector takes part in what they enter. */
export function recordWork(
  id: string,
  { campaign, kind, title, heldOn, units: named, ...told }: z.output<typeof workPayload>,
  dimensions: Dimensions,
  { actor, now }: Context,
): Entered {
  const person = requirePerson(actor, 'work.write');
  if (heldOn > dayOf(now)) throw tooLate('heldOn');
  const accounts = withAuthor(told.accounts, person);
  const content = contentOf(kind, { ...told, accounts, units: named }, true, dimensions);
  return {
    record: {
      ...{ id, campaign: campaign as CampaignId, version: 1, status: 'held', kind, title },
      ...{ heldOn: heldOn as Day, content, followUps: [], enteredBy: person.account },
      everyone: kind === 'briefing' && !named,
    },
    outcome: {
      ...{ kind: 'workHeld', changes: {} },
      data: { kind, title, heldOn, ...said(content), ...(named ? { units: named.length } : {}) },
    },
  };
}

const withAuthor = (accounts: readonly string[], { roles, account }: Person): string[] =>
  roles.includes('coordinator') ? [...accounts] : [...new Set([...accounts, account])];

/** What was prepared is the row's alone. */
const said = ({ preparation: _preparation, ...content }: WorkContent) => content;

const act = rowAct<WorkFile, WorkOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'work.status',
      {
        zh: `该项工作${WORK_STATUS_NAMES[status].zh}，不能进行此操作`,
        en: `this work is ${WORK_STATUS_NAMES[status].en}; this is not done then`,
      },
      { standing: { status, version } },
    ),
);

/** 改期. */
export const moveWork = act(
  'campaign.coordinate',
  ['planned'],
  z.strictObject({ plannedOn: givenDay, reason }),
  ({ plannedOn: from }, { plannedOn, reason: why }, { now }) => {
    if (plannedOn < dayOf(now)) throw tooEarly();
    return {
      kind: 'workMoved',
      changes: { plannedOn: plannedOn as Day },
      data: { from, to: plannedOn, reason: why },
    };
  },
);

/** 登记开展情况: what came of what was planned. Place and people stay as they were planned where nothing else is said. */
export const holdWork = act(
  'work.write',
  ['planned'],
  z.strictObject({ heldOn: givenDay, ...heldFields }),
  (record, { heldOn, ...told }, { actor, now }) => {
    requireWriter(record, actor);
    if (heldOn > dayOf(now)) throw tooLate('heldOn');
    const planned = record.content;
    const who = {
      accounts: withAuthor(told.accounts.length > 0 ? told.accounts : planned.accounts, actor),
      others: told.others.length > 0 ? told.others : planned.others,
    };
    const content = contentOf(record.kind, { ...planned, ...told, ...who }, true, record.dimensions);
    return {
      kind: 'workHeld',
      changes: { status: 'held', heldOn: heldOn as Day, content },
      data: { kind: record.kind, title: record.title, heldOn, ...said(content) },
    };
  },
);

/** 取消或作废, with why: it stays to be read. */
export const cancelWork = act(
  'campaign.coordinate',
  ['planned', 'held'],
  z.strictObject({ reason }),
  ({ title, status: from }, { reason: note }) => ({
    kind: 'workCancelled',
    changes: { status: 'cancelled', note },
    data: { title, from, reason: note },
  }),
);

/** Whatever the order of names in what was stored, and of the people and visits that are named. */
const alike = (value: unknown): string =>
  canonicalJson(
    Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.toSorted() : (value ?? null),
  );

/** 更正: what stood there before stays on the campaign's record beside what stands there now, with why. */
export const correctWork = act(
  'work.write',
  ['held'],
  z.strictObject({ reason, title: text(200), heldOn: givenDay, ...heldFields }),
  (record, { reason: why, title, heldOn, ...told }, { actor, now }) => {
    requireWriter(record, actor);
    if (heldOn > dayOf(now)) throw tooLate('heldOn');
    const accounts = withAuthor(told.accounts, actor);
    const content = contentOf(record.kind, { ...told, accounts }, true, record.dimensions);
    const before = { title: record.title, heldOn: record.heldOn, ...record.content };
    const after = { title, heldOn, ...content };
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (name) => alike(before[name as never]) !== alike(after[name as never]),
    );
    if (changed.length === 0) throw nothingChanged();
    const only = (of: object) => Object.fromEntries(Object.entries(of).filter(([name]) => changed.includes(name)));
    return {
      kind: 'workCorrected',
      changes: { title, heldOn: heldOn as Day, content },
      data: { reason: why, before: only(before), after: only(after) },
    };
  },
);

/** 后续处理 of a supervision or an acceptance, by each unit or department within its duty (R-CAMP-29). */
export const followUpWork = act(
  'work.write',
  ['held'],
  z.strictObject({ department: text(200), what: text(5_000), on: givenDay }),
  (record, { department, what, on }, { actor, now }) => {
    requireWriter(record, actor);
    if (record.kind !== 'supervision' && record.kind !== 'acceptance') throw nothingToFollow();
    if (on > dayOf(now)) throw tooLate('on');
    const done: FollowUp = { department, what, on: on as Day, by: actor.account };
    return {
      kind: 'workFollowedUp',
      changes: { followUps: [...record.followUps, done] },
      data: { title: record.title, department, what, on },
    };
  },
);

export const WORK_ACTS = { moveWork, holdWork, cancelWork, correctWork, followUpWork } as const;
export type WorkActName = keyof typeof WORK_ACTS;

function requireWriter(record: WorkRecord, actor: Person): void {
  if (mayWriteWork(record, actor)) return;
  throw new Refusal('forbidden', 'work.not-yours', {
    zh: '仅限协调人员或参加人登记',
    en: 'only the coordinator or somebody who took part writes of it',
  });
}

const tooEarly = () =>
  new Refusal(
    'invalid',
    'date.too-early',
    { zh: '安排日期不得早于今天；已开展的请直接登记', en: 'the day has passed; what was held already is recorded' },
    { field: 'plannedOn' },
  );
const tooLate = (field: string) =>
  new Refusal(
    'invalid',
    'date.too-late',
    { zh: '日期不得晚于今天', en: 'the day cannot lie in the future' },
    { field },
  );
const nothingChanged = () =>
  new Refusal('invalid', 'work.nothing-changed', { zh: '没有更正的内容', en: 'nothing was changed' });
const nothingToFollow = () =>
  new Refusal('conflict', 'work.no-follow-up', {
    zh: '督导检查和评估验收才有后续处理',
    en: 'a supervision or an acceptance is followed up',
  });
