import { z } from 'zod';
import type { AccountId } from '../people/actor.js';
import { CHANNELS } from '../publicity/typical.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { BRIEFING_CHANNELS, OWN_FIELDS, type OwnField, WORK_KIND_NAMES, WORK_RULES, type WorkKind } from './kinds.js';
import { VERDICTS, type WorkContent } from './work.js';

const count = z.int().min(0).max(1_000_000).optional();
const outsider = z.strictObject({ employer: text(200), name: text(100).exactOptional() });
const verdict = z.strictObject({ dimension: text(200), verdict: z.enum(VERDICTS), words: text(5_000) });

/** What can be said before it is held. */
export const plannedFields = {
  place: text(200).optional(),
  channel: z.enum(CHANNELS).optional(),
  authority: text(200).optional(),
  hotline: text(100).optional(),
  accounts: z
    .array(z.uuid().toLowerCase())
    .max(200)
    .default([])
    .meta({ description: 'Who takes part and has an account here' }),
  others: z.array(outsider).max(100).default([]).meta({ description: 'Who takes part of other authorities' }),
  preparation: text(5_000).optional(),
};

/** What is said once it was held. */
export const heldFields = {
  ...plannedFields,
  summary: text(20_000),
  people: count,
  leads: count,
  cases: count,
  copies: count,
  checked: text(5_000).optional(),
  found: text(5_000).optional(),
  verdicts: z.array(verdict).max(50).optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  draw: z.uuid().toLowerCase().optional().meta({ description: 'The published draw whose outcome this makes known' }),
  visits: z
    .array(z.uuid().toLowerCase())
    .max(500)
    .optional()
    .meta({ description: 'The finished visits whose results this publishes' }),
  typicalCase: z.uuid().toLowerCase().optional().meta({ description: 'The published typical case that is told of' }),
};
/** As it arrives: what is not said is absent. */
export type Told = {
  readonly [Field in keyof WorkContent]?:
    (Field extends 'accounts' ? readonly string[] : WorkContent[Field]) | undefined;
} & { readonly units?: readonly string[] | undefined };

/** What the plan of the campaign names for an acceptance (R-CAMP-30). */
export type Dimensions = readonly string[];

/**
 * What was said, as it is kept; refused where the kind says no such thing, or lacks what it cannot do without. Whom a briefing is for
 * is rows of their own.
 */
export function contentOf(kind: WorkKind, told: Told, isHeld: boolean, dimensions: Dimensions): WorkContent {
  const { own, required } = WORK_RULES[kind];
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Told;
  const stray = OWN_FIELDS.find((field) => field in given && !own.includes(field));
  if (stray) throw notOfKind(kind, stray);
  if (kind === 'briefing' && given.channel && !isOneOf(BRIEFING_CHANNELS, given.channel)) throw notAWayToTell();
  if (isHeld) {
    const lacking = required.find((field) => isEmpty(given[field as keyof Told]));
    if (lacking) throw lacks(kind, lacking);
    if (kind === 'resultPublication' && isEmpty(given.draw) && isEmpty(given.visits)) throw lacks(kind, 'draw');
  }
  if (given.verdicts) requireWhole(given.verdicts, dimensions);
  const { accounts = [], others = [], units: _units, ...rest } = given;
  return { ...(rest as Omit<WorkContent, 'accounts' | 'others'>), accounts: accounts as AccountId[], others };
}

const isOneOf = (all: readonly string[], one: string): boolean => all.includes(one);
const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** Each dimension of the plan once and no other; a plan that names none leaves them to whoever accepts. */
function requireWhole(verdicts: NonNullable<WorkContent['verdicts']>, dimensions: Dimensions): void {
  const named = verdicts.map(({ dimension }) => dimension);
  const twice = named.find((each, place) => named.indexOf(each) < place);
  const other = dimensions.length > 0 ? named.find((each) => !dimensions.includes(each)) : undefined;
  const left = dimensions.find((each) => !named.includes(each));
  const wrong = twice ?? other ?? left;
  if (wrong === undefined) return;
  throw new Refusal(
    'invalid',
    'work.dimensions',
    {
      zh: `须对方案列明的每个验收方面各作一次评定：“${wrong}”`,
      en: `each dimension the plan names gets one verdict, and no other: “${wrong}”`,
    },
    { field: 'verdicts' },
  );
}

const notOfKind = (kind: WorkKind, field: OwnField) =>
  new Refusal(
    'invalid',
    'work.field-not-of-kind',
    { zh: `${WORK_KIND_NAMES[kind].zh}不填写此项`, en: `a ${WORK_KIND_NAMES[kind].en} says no such thing` },
    { field },
  );
const lacks = (kind: WorkKind, field: string) =>
  new Refusal(
    'invalid',
    'work.field-missing',
    { zh: `${WORK_KIND_NAMES[kind].zh}须填写此项`, en: `a ${WORK_KIND_NAMES[kind].en} cannot do without this` },
    { field },
  );
const notAWayToTell = () =>
  new Refusal(
    'invalid',
    'work.briefing-channel',
    {
      zh: '通报方式为会议、培训、上门宣讲或告知书',
      en: 'units are told by meeting, training, visit or written notice',
    },
    { field: 'channel' },
  );
