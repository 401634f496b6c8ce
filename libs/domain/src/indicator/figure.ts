import { z } from 'zod';
import type { Context } from '../act.js';
import type { PlanTarget } from '../campaign/plan-content.js';
import { type AccountId, requirePerson } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { type Day, type Instant, dayOf, givenDay } from '../time/instant.js';
import { indicatorOf, isIndicator } from './catalogue.js';
import { type FigureUnit } from './indicator.js';

/** A number as people write it, never negative: `86.5`. */
export const figureText = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/, '须为数字，至多四位小数 · a number with up to four decimals')
  .meta({ examples: ['86.5'] });

/** 录入数据: what no ledger tells, or what a target is compared with. Never changed: a correction is the next one. */
export interface Figure {
  readonly id: string;
  /** The indicator of a value, the target of a baseline. */
  readonly of: string;
  readonly kind: 'value' | 'baseline';
  readonly value: string;
  /** The day it stands for. */
  readonly on: Day;
  readonly source: string;
  readonly enteredBy: AccountId;
  readonly enteredAt: Instant;
}

export const figurePayload = z
  .strictObject({
    kind: z.enum(['value', 'baseline']),
    of: z
      .string()
      .max(60)
      .meta({ description: 'The indicator of a value; the target of a baseline, by its id in the plan' }),
    value: figureText,
    on: givenDay.meta({ description: 'The day it stands for' }),
    source: text(500).meta({ description: 'Where it comes from: a survey, a report, its number' }),
  })
  .meta({ id: 'NewFigure' });

/** What the ledgers count is never typed in (R-STAT-11); a baseline belongs to a target of the pinned plan (R-KPI-01, R-KPI-11). */
export function enterFigure(
  id: string,
  { kind, of, value, on, source }: z.output<typeof figurePayload>,
  targets: readonly PlanTarget[],
  { actor, now }: Context,
): Figure {
  const person = requirePerson(actor, 'campaign.coordinate');
  refuseMisfit(value, unitOf(kind, of, targets));
  if (on > dayOf(now)) {
    throw new Refusal(
      'invalid',
      'date.in-future',
      { zh: '数据日期不得晚于今天', en: 'a figure cannot stand for a day to come' },
      { field: 'on' },
    );
  }
  return { id, of, kind, value, on: on as Day, source, enteredBy: person.account, enteredAt: now };
}

function unitOf(kind: Figure['kind'], of: string, targets: readonly PlanTarget[]): FigureUnit {
  if (kind === 'baseline') {
    const bound = targets.find(({ id }) => id === of)?.indicator;
    if (bound && isIndicator(bound)) return indicatorOf(bound).unit;
    throw new Refusal(
      'invalid',
      'figure.no-target',
      { zh: `方案没有可以设基线的目标 ${of}`, en: `the plan has no target ${of} that could have a baseline` },
      { field: 'of' },
    );
  }
  if (!isIndicator(of)) {
    throw new Refusal(
      'invalid',
      'figure.no-indicator',
      { zh: `没有指标 ${of}`, en: `no indicator ${of}` },
      { field: 'of' },
    );
  }
  const { entered, unit, name } = indicatorOf(of);
  if (entered) return unit;
  throw new Refusal(
    'invalid',
    'figure.counted',
    {
      zh: `“${name.zh}”由系统按台账计算，不能录入`,
      en: `${name.en} is counted from the ledgers and is never entered`,
    },
    { field: 'of' },
  );
}

function refuseMisfit(value: string, unit: FigureUnit): void {
  const isWhole = unit !== 'count' && unit !== 'fen' ? true : !value.includes('.');
  const isShare = unit !== 'percent' || Number(value) <= 100;
  if (isWhole && isShare) return;
  throw new Refusal(
    'invalid',
    'figure.misfit',
    isWhole
      ? { zh: '比例不得超过 100%', en: 'a share is at most 100 %' }
      : { zh: '须为整数', en: 'it is counted: a whole number' },
    { field: 'value' },
  );
}
