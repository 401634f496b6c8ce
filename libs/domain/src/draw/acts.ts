import { z } from 'zod';
import { canonicalJson } from '../canonical-json.js';
import type { Context } from '../act.js';
import type { CampaignId } from '../campaign/file.js';
import { requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { type Bilingual, reason, text } from '../text.js';
import type { Instant } from '../time/instant.js';
import { type DrawResult, type Exclusion, drawWith } from './draw.js';
import { type DrawList, drawList, inspector } from './list.js';
import { type Witness, commitmentOf, hashOf, listHash } from './lot.js';
import { refuseShort } from './select.js';
import { refuseTooFewPeople } from './teams.js';

export const DRAW_STATUSES = ['committed', 'drawn', 'published', 'cancelled'] as const;
export type DrawStatus = (typeof DRAW_STATUSES)[number];

const STATUS_NAMES: Readonly<Record<DrawStatus, Bilingual>> = {
  committed: { zh: '名单已锁定，待抽取', en: 'committed, not drawn yet' },
  drawn: { zh: '已抽取，未公开', en: 'drawn, not published yet' },
  published: { zh: '已公开', en: 'published' },
  cancelled: { zh: '已作废', en: 'given up' },
};

/** 双随机抽取 of a campaign (R-SCOPE-08). */
export interface Draw {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly version: number;
  readonly status: DrawStatus;
  readonly name: string;
  readonly list: DrawList;
  readonly listHash: string;
  readonly commitment: string;
  /** Nobody reads it before the draw. */
  readonly secret: string;
  readonly committedAt: Instant;
  readonly witness?: Witness;
  readonly drawnAt?: Instant;
  readonly exclusions: readonly Exclusion[];
  readonly result?: DrawResult;
  readonly publishedAt?: Instant;
}

/** What an act makes of a draw, and what the campaign's record says of it: hashes and numbers, for who was drawn is not told yet. */
export interface DrawOutcome {
  readonly kind: string;
  readonly changes: Partial<Omit<Draw, 'id' | 'campaign' | 'version' | 'list'>>;
  readonly data: Readonly<Record<string, unknown>>;
}

export const drawPayload = z
  .strictObject({
    campaign: z.uuid().toLowerCase(),
    name: text(300),
    ...drawList.shape,
    candidates: drawList.shape.candidates
      .optional()
      .meta({ description: 'Left out: the units that take part in the campaign, with their kind, type and region' }),
    poolMembers: z
      .array(z.strictObject({ member: z.uuid().toLowerCase(), avoids: inspector.shape.avoids }))
      .max(500)
      .refine(
        (all) => new Set(all.map(({ member }) => member)).size === all.length,
        '人员重复 · somebody is there twice',
      )
      .default([])
      .meta({ description: '专家库: who is drawn from beside `experts`; nobody of them inspects whom they work for' }),
  })
  .meta({ id: 'DrawPreparation' });

/** 锁定名单: from here on neither the list nor the secret can be changed, and their hashes are on the record. */
export function commitDraw(
  id: string,
  {
    campaign,
    name,
    ...list
  }: Omit<z.output<typeof drawPayload>, 'candidates' | 'poolMembers'> & Pick<DrawList, 'candidates'>,
  secret: string,
  { actor, now }: Context,
): { readonly draw: Draw; readonly outcome: DrawOutcome } {
  requirePerson(actor, 'draw.make');
  refuseShort(list.candidates, list.strata);
  refuseTooFewPeople(list);
  const draw: Draw = {
    ...{ id, campaign: campaign as CampaignId, version: 1, status: 'committed', name, list, secret },
    ...{ listHash: listHash(list), commitment: commitmentOf(secret), committedAt: now, exclusions: [] },
  };
  const data = { name, listHash: draw.listHash, commitment: draw.commitment, candidates: list.candidates.length };
  return { draw, outcome: { kind: 'drawCommitted', changes: {}, data } };
}

const BY = 'draw.make';
const act = rowAct<Draw, DrawOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'draw.status',
      { zh: `该次抽取${STATUS_NAMES[status].zh}，不能进行此操作`, en: `the draw is ${STATUS_NAMES[status].en}` },
      { standing: { status, version } },
    ),
);

/** 现场抽取: with what a witness said after the list was locked. */
export const makeDraw = act(
  BY,
  ['committed'],
  z.strictObject({
    witness: text(100),
    words: text(200).meta({
      description: 'What the witness said or threw, that nobody could know before: dice, the number of a banknote',
    }),
  }),
  ({ list, secret }, { witness: name, words }, { now }) => {
    const witness = { name, words };
    const result = drawWith(list, secret, witness, []);
    return {
      kind: 'drawMade',
      changes: { status: 'drawn', witness, drawnAt: now, result },
      data: { witness, resultHash: resultHash([], result), drawn: result.drawn.length },
    };
  },
);

/** 剔除补抽、回避: the next lot steps in. */
export const excludeFromDraw = act(
  BY,
  ['drawn', 'published'],
  z.strictObject({ excluded: text(100).meta({ description: 'Id of what or who was drawn' }), reason }),
  ({ list, secret, witness, exclusions, result }, { excluded: id, reason: why }) => {
    if (!result || !witness || !takesPart(result, id)) throw notDrawn();
    const all = [...exclusions, { id, reason: why }];
    const again = drawWith(list, secret, witness, all);
    return {
      kind: 'drawExcluded',
      changes: { exclusions: all, result: again },
      data: { reason: why, resultHash: resultHash(all, again), drawn: again.drawn.length },
    };
  },
);

/** 公开: until then who was drawn is known to those only who draw (R-SCOPE-09). */
export const publishDraw = act(BY, ['drawn'], z.strictObject({}), ({ result }, _payload, { now }) => ({
  kind: 'drawPublished',
  changes: { status: 'published', publishedAt: now },
  data: { drawn: result?.drawn.length ?? 0 },
}));

/** 作废: it stays on the record, so that nobody draws until they like what comes out. */
export const cancelDraw = act(BY, ['committed', 'drawn'], z.strictObject({ reason }), (_draw, data) => ({
  kind: 'drawCancelled',
  changes: { status: 'cancelled' },
  data,
}));

export const DRAW_ACTS = { makeDraw, excludeFromDraw, publishDraw, cancelDraw } as const;
export type DrawActName = keyof typeof DRAW_ACTS;

export const resultHash = (exclusions: readonly Exclusion[], result: DrawResult): string =>
  hashOf(canonicalJson({ exclusions, result }));

const takesPart = ({ drawn, teams }: DrawResult, id: string): boolean =>
  drawn.some((each) => each.id === id) ||
  teams.some(({ inspectors, experts }) => inspectors.includes(id) || experts.includes(id));

const notDrawn = () =>
  new Refusal(
    'invalid',
    'draw.not-drawn',
    { zh: '该对象不在抽取结果中', en: 'this is not among what was drawn' },
    { field: 'excluded' },
  );
