import { z } from 'zod';
import type { Indicator } from './indicator.js';
import { CASE_INDICATORS } from './of-cases.js';
import { ENTERED_INDICATORS } from './of-people.js';
import { PROBLEM_INDICATORS } from './of-problems.js';
import { REPORT_INDICATORS } from './of-reports.js';
import { UNIT_INDICATORS } from './of-units.js';

/** What the ledgers of the platform tell; each has its one condition in the persistence package, where they are counted and listed. */
export const MEASURED = {
  ...REPORT_INDICATORS,
  ...PROBLEM_INDICATORS,
  ...UNIT_INDICATORS,
  ...CASE_INDICATORS,
} as const satisfies Readonly<Record<string, Indicator>>;
export type MeasuredId = keyof typeof MEASURED;
export type EnteredId = keyof typeof ENTERED_INDICATORS;
export type IndicatorId = MeasuredId | EnteredId;

const CATALOGUE: Readonly<Record<IndicatorId, Indicator>> = { ...MEASURED, ...ENTERED_INDICATORS };
export const INDICATORS = Object.keys(CATALOGUE) as IndicatorId[];
export const indicatorId = z.enum(INDICATORS as [IndicatorId, ...IndicatorId[]]);

export const indicatorOf = (id: IndicatorId): Indicator => CATALOGUE[id];
export const isIndicator = (id: string): id is IndicatorId => Object.hasOwn(CATALOGUE, id);
export const isMeasured = (id: IndicatorId): id is MeasuredId => Object.hasOwn(MEASURED, id);
