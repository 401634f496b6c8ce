import { z } from 'zod';
import { text } from '../text.js';

/** Up to a city's institutions, or a large hospital's discharged patients of a year. */
export const MOST_CANDIDATES = 200_000;

const id = text(100);
const name = text(300);
/** Where somebody is at home; who works there does not inspect there. */
const area = text(100);

/** 抽查对象: an institution, or a record inside one. Its marks decide which stratum it belongs to; amounts are integer fen. */
export const candidate = z.strictObject({
  id,
  name,
  area: area.optional(),
  marks: z.record(text(50), z.union([text(100), z.int()])).default({}),
});
export type Candidate = z.output<typeof candidate>;

/** 执法检查人员、专家. `avoids` are the candidates they may not inspect, and why (回避). */
export const inspector = z.strictObject({
  id,
  name,
  area: area.optional(),
  avoids: z
    .array(z.strictObject({ candidate: id, why: text(300) }))
    .max(1_000)
    .default([]),
});
export type Inspector = z.output<typeof inspector>;

const bound = z.strictObject({ above: z.int().optional(), below: z.int().optional() });
/** By mark: one of these words, or an amount above or below. A candidate belongs where every mark fits. */
const condition = z.record(text(50), z.union([z.array(text(100)).min(1), bound]));

/**
 * 抽取层: how many of the candidates that fit are drawn at least. What earlier strata drew counts, so that "20, of which 10
 * above 1,500 yuan" and "5 % of all, and 6 of them hospitals" are written as strata one after another (R-SCOPE-05, 06, 12).
 */
export const stratum = z
  .strictObject({
    id: text(50),
    name,
    who: condition.default({}),
    atLeast: z.int().positive().optional(),
    percent: z
      .number()
      .positive()
      .max(100)
      .multipleOf(0.01)
      .optional()
      .meta({ description: 'Of the candidates that fit, rounded up' }),
    takeAll: z.boolean().default(false).meta({ description: 'Where fewer fit than are wanted, all of them are taken' }),
  })
  .refine(({ atLeast, percent }) => atLeast ?? percent, '须有数量或比例 · a number or a share is wanted');
export type Stratum = z.output<typeof stratum>;

/** 检查组: how many, and how many of each pool sit in one. Two officers at least inspect together (行政处罚法 第四十二条). */
export const teamsWanted = z.strictObject({
  count: z.int().min(1).max(500),
  inspectors: z.int().min(2).max(50),
  experts: z.int().min(0).max(50).default(0),
  rotation: z.boolean().default(true).meta({ description: '交叉检查: nobody inspects in their own area (R-SCOPE-10)' }),
});

const distinct = (items: readonly { readonly id: string }[]) =>
  new Set(items.map((each) => each.id)).size === items.length;
const TWICE = '编号重复 · an id is there twice';

/** Everything that is drawn from, and how: it is frozen, and its hash made known, before the draw. */
export const drawList = z.strictObject({
  candidates: z.array(candidate).min(1).max(MOST_CANDIDATES).refine(distinct, TWICE),
  strata: z.array(stratum).min(1).max(50).refine(distinct, TWICE),
  teams: teamsWanted.optional(),
  inspectors: z.array(inspector).max(5_000).default([]).refine(distinct, TWICE),
  experts: z.array(inspector).max(5_000).default([]).refine(distinct, TWICE),
});
export type DrawList = z.output<typeof drawList>;
