import { z } from 'zod';
import type { Bilingual } from '../text.js';
import { canonicalJson } from '../canonical-json.js';
import { type Drawn, draw } from './draw.js';
import { drawList } from './list.js';
import { commitmentOf, listHash, seedOf } from './lot.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const team = z.strictObject({
  number: z.int(),
  inspectors: z.array(z.string()).readonly(),
  experts: z.array(z.string()).readonly(),
});

/** 抽取档案: a draw with everything that is needed to do it again, docs/draw.md. */
export const drawFile = z.strictObject({
  format: z.literal('fundguard-draw/1'),
  id: z.string(),
  name: z.string(),
  /** Made known before the draw: when, and the two hashes. */
  committed: z.strictObject({ at: z.string(), listHash: hash, commitment: hash }),
  list: drawList,
  secret: z.string().min(32),
  witness: z.strictObject({ name: z.string(), words: z.string() }),
  drawnAt: z.string(),
  exclusions: z.array(z.strictObject({ id: z.string(), reason: z.string() })).readonly(),
  result: z.strictObject({
    strata: z
      .array(
        z.strictObject({
          stratum: z.string(),
          fitting: z.int(),
          wanted: z.int(),
          drawn: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    drawn: z.array(z.strictObject({ id: z.string(), stratum: z.string(), team: z.int().exactOptional() })).readonly(),
    teams: z.array(team).readonly(),
  }),
});
export type DrawFile = z.output<typeof drawFile>;

/** One thing that was looked at again. */
export interface Check {
  readonly what: Bilingual;
  readonly holds: boolean;
}

/** Does the draw again from its list, the secret and the witness's words, and compares. */
export function checkDraw({ committed, list, secret, witness, exclusions, result }: DrawFile): readonly Check[] {
  const hashed = listHash(list);
  const again = draw(list, seedOf(secret, hashed, witness), exclusions);
  const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);
  return [
    {
      what: { zh: '名单与抽取前公布的名单哈希一致', en: 'the list is the one whose hash was made known before' },
      holds: hashed === committed.listHash,
    },
    {
      what: { zh: '密钥与抽取前公布的承诺一致', en: 'the secret is the one that was committed to before' },
      holds: commitmentOf(secret) === committed.commitment,
    },
    {
      what: { zh: '抽中对象可由名单与种子重算得出', en: 'what was drawn follows from the list and the seed' },
      holds: same(again.strata, result.strata) && same(withoutTeams(again.drawn), withoutTeams(result.drawn)),
    },
    {
      what: { zh: '检查人员、专家与分组可重算得出', en: 'who inspects what follows from them as well' },
      holds: same([again.teams, again.drawn], [result.teams, result.drawn]),
    },
  ];
}

const withoutTeams = (drawn: readonly Drawn[]) => drawn.map(({ id, stratum }) => [id, stratum]);
