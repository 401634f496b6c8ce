import { z } from 'zod';
import type { Context } from '../act.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Person, requireOther, requirePerson, type RegionPath } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { type RowAct, rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import { type Day, type Instant, dayOf, givenDay } from '../time/instant.js';
import { NAMING_MODES, requireAnonymous } from './anonymise.js';
import {
  type TypicalSource,
  campaignOfSource,
  knownOf,
  proposeTypical,
  requireNameable,
  requireTellable,
} from './source.js';
import { CHANNELS, CHANNEL_NAMES, TYPICAL_STATUS_NAMES, type TypicalCase, type Withdrawal } from './typical.js';

/** What an act makes of a typical case, and what the records say of it. */
export interface TypicalOutcome {
  readonly kind: string;
  readonly changes: Partial<Omit<TypicalCase, 'id' | 'version' | 'region' | 'case' | 'problem' | 'campaign'>>;
  readonly clears?: readonly ('submittedBy' | 'approvedBy')[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** A typical case with what it tells of: its text is held against the file each time. */
export type TypicalFile = TypicalCase & { readonly source: TypicalSource };

const mode = z.enum(NAMING_MODES).meta({ description: 'Whether the institution is named' });
const hidden = z
  .array(text(50))
  .max(100)
  .meta({ description: 'Names that the file does not know and that may not stand in the text' });
const written = { title: text(200), text: text(20_000) };

/** Of a case or of a problem; without a text the one that the file gives is proposed. */
export const typicalPayload = z
  .strictObject({
    case: z.uuid().optional(),
    problem: z.uuid().optional(),
    mode: mode.default('masked'),
    title: written.title.optional(),
    text: written.text.optional(),
    hidden: hidden.default([]),
  })
  .refine(({ case: of, problem }) => (of === undefined) !== (problem === undefined), {
    path: ['case'],
    message: '案件与问题二选一 · a case or a problem',
  })
  .meta({ id: 'NewTypicalCase' });

/** 拟写典型案例. */
export function draftTypical(
  id: string,
  given: Omit<z.output<typeof typicalPayload>, 'case' | 'problem'>,
  source: TypicalSource,
  region: RegionPath,
  { actor }: Context,
): { readonly typical: TypicalCase; readonly outcome: TypicalOutcome } {
  const person = requirePerson(actor, 'publicity.write');
  requireWriter(person, source);
  requireTellable(source);
  requireNameable(source, given.mode);
  const proposed = proposeTypical(source, given.mode, given.hidden);
  const campaign = campaignOfSource(source);
  const typical: TypicalCase = {
    ...{ id, region, status: 'draft', version: 1, mode: given.mode, hidden: given.hidden, draftedBy: person.account },
    ...{ title: given.title ?? proposed.title, text: given.text ?? proposed.text, publications: [] },
    ...(source.kind === 'case' ? { case: source.file.id } : { problem: source.problem.id }),
    ...(campaign ? { campaign } : {}),
  };
  return { typical, outcome: { kind: 'typicalCaseDrafted', changes: {}, data: { mode: given.mode } } };
}

const outside = rowAct<TypicalFile, TypicalOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'publicity.status',
      {
        zh: `典型案例${TYPICAL_STATUS_NAMES[status].zh}，不能进行此操作`,
        en: `the typical case is ${TYPICAL_STATUS_NAMES[status].en}; this is not done then`,
      },
      { standing: { status, version } },
    ),
);

export const reviseTypical = outside(
  'publicity.write',
  ['draft'],
  z.strictObject({ mode, ...written, hidden }),
  ({ source }, data, { actor }) => {
    requireWriter(actor, source);
    requireNameable(source, data.mode);
    return { kind: 'typicalCaseRevised', changes: data, data: { mode: data.mode } };
  },
);

/** 送审: a text that still holds what may not be published is refused, saying where (R-PUB-07). */
export const submitTypical = outside('publicity.write', ['draft'], z.strictObject({}), (typical, _data, { actor }) => {
  requireWriter(actor, typical.source);
  requireTellable(typical.source);
  check(typical);
  return { kind: 'typicalCaseSubmitted', changes: { status: 'submitted', submittedBy: actor.account }, data: {} };
});

/** 审核: by somebody else than who wrote or submitted it. The text is on the record from here on, as it may be read. */
export const approveTypical = outside(
  'publicity.approve',
  ['submitted'],
  z.strictObject({}),
  (typical, _data, { actor }) => {
    requireOther(actor, typical.submittedBy);
    requireOther(actor, typical.draftedBy);
    check(typical);
    const { title, text: approved } = typical;
    return {
      kind: 'typicalCaseApproved',
      changes: { status: 'approved', approvedBy: actor.account },
      data: { mode: typical.mode, title, text: approved },
    };
  },
);

export const returnTypical = outside(
  'publicity.approve',
  ['submitted', 'approved'],
  z.strictObject({ reason }),
  (_typical, data) => ({
    kind: 'typicalCaseReturned',
    changes: { status: 'draft', note: data.reason },
    clears: ['submittedBy', 'approvedBy'],
    data,
  }),
);

/** 发布: each place it appears in is a line, so that it can be taken down there again. */
export const publishTypical = outside(
  'publicity.publish',
  ['approved', 'published'],
  z.strictObject({
    channel: z.enum(CHANNELS),
    place: text(200).meta({ description: 'The site, paper, account or board' }),
    on: givenDay,
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  }),
  (typical, { channel, place, on, link }, { actor, now, command }) => {
    if (on > dayOf(now)) throw notYet('on');
    const publication = {
      ...{ id: command, channel, place, on: on as Day, by: actor.account },
      ...(link ? { link } : {}),
    };
    return {
      kind: 'typicalCasePublished',
      changes: { status: 'published', publications: [...typical.publications, publication] },
      data: { title: typical.title, channel, place, on, ...(link ? { link } : {}) },
    };
  },
);

/** 撤回. */
export const withdrawTypical = outside(
  'publicity.approve',
  ['draft', 'submitted', 'approved', 'published'],
  z.strictObject({ reason }),
  (typical, data, { now, calendar }) => withdrawn(typical, data.reason, now, calendar),
);

/** 已下架: until this is said of every place, somebody still reads it. */
export const takeDownTypical = outside(
  'publicity.publish',
  ['withdrawn'],
  z.strictObject({ publication: z.uuid(), on: givenDay }),
  (typical, { publication, on }, { now }) => {
    if (on > dayOf(now)) throw notYet('on');
    const found = typical.publications.find(({ id }) => id === publication);
    if (!found || found.takenDownOn) {
      throw new Refusal(
        'invalid',
        'publicity.nothing-there',
        { zh: '没有该发布记录，或已经下架', en: 'no such publication, or it was taken down already' },
        { field: 'publication' },
      );
    }
    const publications = typical.publications.map((each) =>
      each === found ? { ...each, takenDownOn: on as Day } : each,
    );
    return {
      kind: 'typicalCaseTakenDown',
      changes: { publications },
      data: { channel: found.channel, place: found.place, on },
    };
  },
);

export const TYPICAL_ACTS = {
  reviseTypical,
  submitTypical,
  approveTypical,
  returnTypical,
  publishTypical,
  withdrawTypical,
  takeDownTypical,
} as const satisfies Record<string, RowAct<TypicalFile, TypicalOutcome>>;
export type TypicalActName = keyof typeof TYPICAL_ACTS;

/**
 * 处罚决定被变更、撤销或者案件重新办理: what tells of it is withdrawn with it, published or not, and taken down within three
 * working days (行政处罚法 48, 85).
 */
export function withdrawFor(
  typical: TypicalCase,
  cause: string,
  now: Instant,
  calendar: WorkingCalendar,
): TypicalOutcome | undefined {
  if (typical.status === 'withdrawn') return undefined;
  return withdrawn(typical, '所依据的处罚决定已变更或不再有效', now, calendar, cause);
}

function withdrawn(
  typical: TypicalCase,
  why: string,
  now: Instant,
  calendar: WorkingCalendar,
  cause?: string,
): TypicalOutcome {
  const on = dayOf(now);
  const withdrawal: Withdrawal = {
    ...{ reason: why, on, takeDownBy: calendar.addWorkingDays(on, TAKE_DOWN_WITHIN) },
    ...(cause ? { cause } : {}),
  };
  return {
    kind: 'typicalCaseWithdrawn',
    changes: { status: 'withdrawn', withdrawal },
    data: { ...withdrawal, places: placesLeft(typical), article: '行政处罚法 第四十八条' },
  };
}
/** In working days (行政处罚法 48, 85). */
const TAKE_DOWN_WITHIN = 3;

/** Where it can still be read, in the words of the people who must take it down. */
export const placesLeft = ({ publications }: Pick<TypicalCase, 'publications'>): string[] =>
  publications
    .filter(({ takenDownOn }) => !takenDownOn)
    .map(({ channel, place, on, link }) => `${CHANNEL_NAMES[channel].zh}·${place}（${on}）${link ? ` ${link}` : ''}`);

function check({ title, text: told, mode: naming, hidden: names, source }: TypicalFile): void {
  requireNameable(source, naming);
  requireAnonymous({ title, text: told }, knownOf(source, names), naming);
}

/** A coordinator writes of any case in their charge, an investigator of those they handle. */
function requireWriter(actor: Person, source: TypicalSource): void {
  if (mayWrite(actor, source)) return;
  throw new Refusal('forbidden', 'case.not-handler', {
    zh: '仅限协调人员或本案办案人员',
    en: 'only the coordinator or an officer of this case may do this',
  });
}
export const mayWrite = (actor: Person, source: TypicalSource): boolean =>
  actor.roles.includes('coordinator') ||
  (source.kind === 'case' && [source.file.handler, ...source.file.officers].includes(actor.account));

const notYet = (field: string) =>
  new Refusal(
    'invalid',
    'date.too-late',
    { zh: '日期不得晚于今天', en: 'the day cannot lie in the future' },
    { field },
  );
