import { type Fen, times, toFen, yuan } from '../money.js';
import { Refusal } from '../refusal.js';
import type { Bilingual } from '../text.js';
import { type RewardTable, rewardReference, type rewardTablesFor } from './table.js';

export interface AssessedReward {
  readonly amount: Fen;
  readonly explanation: readonly Bilingual[];
  readonly table: string;
}

/** The whole of what a rate is given in: hundredths of a percent. */
const WHOLE = 10_000n;

/**
 * 奖励金额: case value × rate, not above the cap and not below the floor, each step said in words. Without a local table nothing is
 * computed: no national rate is known, and none is made up.
 */
export function assessReward(
  { caseValue, category: wanted }: { readonly caseValue: Fen; readonly category: string },
  { national, local }: ReturnType<typeof rewardTablesFor>,
): AssessedReward {
  if (!national || !local) throw noTable();
  const category = local.categories.find(({ id }) => id === wanted);
  if (!category) throw noCategory();
  const byRate = times(caseValue, BigInt(category.rate), WHOLE);
  const { cap, floor } = bounds(national, local);
  const amount = byRate > cap ? cap : byRate < floor ? floor : byRate;
  const percent = (category.rate / 100).toString();
  const toConfirm = category.certainty === 'R' ? undefined : unconfirmed(local);
  return {
    amount,
    table: rewardReference(local),
    explanation: [
      {
        zh: `案值 ${yuan(caseValue)} 元 × ${percent}%（${category.name.zh}）= ${yuan(byRate)} 元`,
        en: `case value ${yuan(caseValue)} yuan × ${percent} % (${category.name.en}) = ${yuan(byRate)} yuan`,
      },
      ...(byRate > cap
        ? [
            {
              zh: `超过上限，按 ${yuan(cap)} 元（${national.article}）`,
              en: `above the cap: ${yuan(cap)} yuan (${national.article})`,
            },
          ]
        : []),
      ...(byRate < floor
        ? [
            {
              zh: `不足下限，按 ${yuan(floor)} 元（${national.article}）`,
              en: `below the floor: ${yuan(floor)} yuan (${national.article})`,
            },
          ]
        : []),
      { zh: `奖励 ${yuan(amount)} 元`, en: `the reward is ${yuan(amount)} yuan` },
      ...(toConfirm ? [toConfirm] : []),
    ],
  };
}

/** A region may be stricter than the nation, never freer. */
function bounds(national: RewardTable, local: RewardTable): { cap: Fen; floor: Fen } {
  const [caps, floors] = (['cap', 'floor'] as const).map((bound) =>
    [national[bound], local[bound]].filter((each) => each !== undefined).map(toFen),
  ) as [Fen[], Fen[]];
  const cap = caps.reduce((least, each) => (each < least ? each : least));
  const floor = floors.reduce((most, each) => (each > most ? each : most));
  return { cap, floor: floor > cap ? cap : floor };
}

const unconfirmed = (local: RewardTable): Bilingual => ({
  zh: `比例依据“${local.source}”，须经当地确认`,
  en: `the rate is of “${local.source}”, to be confirmed locally`,
});

const noTable = () =>
  new Refusal(
    'conflict',
    'reward.no-local-table',
    {
      zh: '本地区尚无现行的举报奖励标准。国家办法只定上限、下限，未见全国统一比例，须由当地确认后录入，系统不自行推定',
      en: 'no reward table is in force here: the national measures set a cap and a floor and, as far as is known, no rate; it is to be confirmed locally and is not made up',
    },
    { article: '医保办发〔2022〕22号' },
  );

const noCategory = () =>
  new Refusal(
    'invalid',
    'reward.category-unknown',
    { zh: '奖励标准中没有此类别', en: 'the table has no such category' },
    { field: 'category' },
  );
