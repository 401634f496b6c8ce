import { z } from 'zod';
import { type Fen, fenText, toFen } from '../money.js';
import { Refusal } from '../refusal.js';
import { type Bilingual, bilingual } from '../text.js';
import { certainty } from './clock.js';

const multiples = z.strictObject({ min: z.int().nonnegative(), max: z.int().positive() });

/** 裁量基准: what an amount points to, inside the band of the law. Published by provinces (行政处罚法 34). */
export const tier = z
  .strictObject({
    breach: z.string(),
    id: z.string().regex(/^[a-z][a-z-]+$/),
    name: bilingual,
    from: fenText.meta({ description: 'The base amount it begins with' }),
    below: fenText.optional().meta({ description: 'The base amount it ends before; open where it is left out' }),
    multiple: multiples.meta({ description: 'In hundredths' }),
    article: z.string(),
    certainty,
  })
  .meta({ id: 'DiscretionTier' });
export type Tier = z.infer<typeof tier>;

/** 裁量情节. `lighter`: a lighter penalty, below the band too; `none`: no penalty; `heavier`: towards the upper end. */
export const circumstance = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]+$/),
    name: bilingual,
    effect: z.enum(['lighter', 'none', 'heavier']),
    article: z.string(),
    certainty,
  })
  .meta({ id: 'Circumstance' });
export type Circumstance = z.infer<typeof circumstance>;

export interface Discretion {
  readonly discretion: readonly Tier[];
  readonly circumstances: readonly Circumstance[];
}

/** The tier an amount falls into; undefined where the place published none. */
export const tierOf = ({ discretion }: Discretion, breach: string, amount: Fen): Tier | undefined =>
  discretion.find(
    (each) =>
      each.breach === breach && toFen(each.from) <= amount && (each.below === undefined || amount < toFen(each.below)),
  );

/** Inside its tier, or with the reason that the leader is to see. */
export function requireTier(
  { name, multiple: { min, max }, article }: Tier,
  { multiple, departure }: { readonly multiple: number; readonly departure?: string },
): Bilingual[] {
  const inside = multiple >= min && multiple <= max;
  const [low, high] = [min / 100, max / 100];
  const line = {
    zh: `裁量档“${name.zh}”：${low} 至 ${high} 倍（${article}）`,
    en: `discretion tier "${name.en}": ${low} to ${high} times (${article})`,
  };
  if (inside) return [line];
  if (departure)
    return [
      line,
      {
        zh: `所提 ${multiple / 100} 倍不在该档内，理由：${departure}`,
        en: `${multiple / 100} times leaves the tier; the reason: ${departure}`,
      },
    ];
  throw new Refusal(
    'invalid',
    'penalty.outside-tier',
    {
      zh: `${line.zh}；所提 ${multiple / 100} 倍不在该档内，须说明理由`,
      en: `${line.en}; ${multiple / 100} times leaves it, which needs a reason`,
    },
    { field: 'departure', article },
  );
}

/** What the circumstances that were found allow, or demand. Refuses one that the law does not know. */
export function reductionOf(
  ids: readonly string[],
  { circumstances }: Discretion,
): { readonly below: boolean; readonly none: boolean; readonly lines: readonly Bilingual[] } {
  const found = ids.map((id, at) => {
    const known = circumstances.find((each) => each.id === id);
    if (known) return known;
    throw new Refusal(
      'invalid',
      'penalty.circumstance-unknown',
      { zh: `没有裁量情节“${id}”`, en: `no circumstance ${id}` },
      { field: `circumstances.${at}` },
    );
  });
  const has = (effect: Circumstance['effect']) => found.some((each) => each.effect === effect);
  return {
    below: has('lighter'),
    none: has('none'),
    lines: found.map(({ name, effect, article }) => ({
      zh: `${EFFECTS[effect].zh}：${name.zh}（${article}）`,
      en: `${EFFECTS[effect].en}: ${name.en} (${article})`,
    })),
  };
}

const EFFECTS: Readonly<Record<Circumstance['effect'], Bilingual>> = {
  lighter: { zh: '从轻或者减轻', en: 'lighter or reduced' },
  none: { zh: '不予处罚', en: 'no penalty' },
  heavier: { zh: '从重', en: 'heavier' },
};
