import { notFound } from '@fundguard/casework';
import {
  type CampaignFile,
  type Clock,
  type Day,
  type IndicatorId,
  type Instant,
  type Person,
  type PlanTarget,
  type PlanTemplate,
  type Reading,
  WHYS,
  asOfInstant,
  dayOf,
  endOf,
  enteredReading,
  holds,
  indicatorOf,
  isIndicator,
  isMeasured,
  judge,
  readingText,
  targetDays,
  trendInstants,
  within,
} from '@fundguard/domain';
import { type Database, EVERYWHERE, type EnteredFigure, type Tx, figuresOf, measure } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CampaignReader, unitOf } from '../campaign/campaign.reader.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import type { targetView, targetsView } from './target.views.js';

type TargetView = z.infer<typeof targetView>;

/** How the targets of a campaign's pinned plan stand, in the reader's own region. */
@Injectable()
export class TargetReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async targets(me: Person, id: string, on: string | undefined): Promise<z.infer<typeof targetsView>> {
    const file = await this.led(me, id);
    const asOf = await this.instantOf(on);
    const figures = await this.figures(me, id);
    // The campaign may be run from above, and its record with it: rows are chosen by the region they lie in.
    return this.db.within(EVERYWHERE, async (tx) => {
      const plan = await planOf(tx, id);
      const targets: TargetView[] = [];
      for (const target of plan.content?.targets ?? [])
        targets.push(await stand(tx, { target, file, figures, asOf, region: me.region, isNow: on === undefined }));
      return {
        asOf,
        plan: file.plan,
        targets,
        goals: plan.content?.goals ?? [],
        mayEnter:
          holds(me.roles, 'campaign.coordinate') &&
          within(file.region, me.region) &&
          ['running', 'summingUp'].includes(file.status),
      };
    });
  }

  /** What was entered, for those of the campaign's own region: it stands for the whole campaign. */
  async figures(me: Person, id: string): Promise<EnteredFigure[]> {
    await this.led(me, id);
    return this.db.within(me.region, (tx) => figuresOf(tx, id));
  }

  /** The campaign, for those who lead or follow it; a unit has no view of the whole. */
  async led(me: Person, id: string): Promise<CampaignFile> {
    const file = await this.campaigns.file(me, id);
    if (unitOf(me)) throw notFound('campaign');
    return file;
  }

  /** The end of a day, or now. */
  async instantOf(on: string | undefined): Promise<Instant> {
    return asOfInstant(await this.clock.now(), on);
  }
}

export const indicatorShown = (id: IndicatorId) => {
  const { name, definition, unit, entered = false, bound = null, notCompared = false } = indicatorOf(id);
  return { id, name, definition, unit, entered, bound, compared: !notCompared };
};

async function planOf(tx: Tx, id: string): Promise<PlanTemplate> {
  const [row] = await tx.query<{ plan: PlanTemplate }>({
    text: 'select plan from campaign where id = $1',
    values: [id],
  });
  if (!row) throw notFound('campaign');
  return row.plan;
}

interface Standing {
  readonly target: PlanTarget;
  readonly file: CampaignFile;
  readonly figures: readonly EnteredFigure[];
  readonly asOf: Instant;
  readonly region: string;
  readonly isNow: boolean;
}

async function stand(tx: Tx, scene: Standing): Promise<TargetView> {
  const { target, file, figures, asOf } = scene;
  const { aim, last } = targetDays(target, file);
  const isOver = dayOf(asOf) > last;
  const trend = trendInstants(file.start, asOf);
  const readings = await readingsAt(tx, scene, [...trend, ...(isOver ? [endOf(last)] : [])]);
  const baseline = figures.find(({ kind, of }) => kind === 'baseline' && of === target.id);
  const indicator =
    target.indicator !== undefined && isIndicator(target.indicator) ? indicatorShown(target.indicator) : null;
  const of = indicator ? indicatorOf(indicator.id) : undefined;
  const judged = (reading: Reading | undefined, today: Day) =>
    judge(target, { indicator: of, reading, baseline: baseline?.value, aim, last, today });
  const now = readings[trend.length - 1];
  const { state, why, compared } = judged(isOver ? readings.at(-1) : now, dayOf(asOf));
  return {
    ...{ id: target.id, name: target.name, operator: target.operator, aim: target.value, unit: target.unit },
    ...{ by: aim ?? null, last, asGiven: target.finally?.asGiven ?? target.by?.asGiven ?? null },
    ...{ indicator, among: target.among ?? null, state, why: why ? { code: why, ...WHYS[why] } : null },
    value: (now && readingText(now)) ?? null,
    part: now?.unit === 'percent' && !of?.entered ? now.part.toString() : null,
    whole: now?.unit === 'percent' && !of?.entered ? now.whole.toString() : null,
    compared: compared ?? null,
    judgedOn: isOver ? last : null,
    needsBaseline: target.unit === 'percentDecrease' || target.unit === 'percentagePoints',
    baseline: baseline ? shownFigure(baseline) : null,
    entered: of?.entered ? shownFigure(enteredAt(figures, target.indicator, dayOf(asOf))) : null,
    trend: trend.map((at, index) => ({ on: dayOf(at), value: judged(readings[index], dayOf(at)).compared ?? null })),
  };
}

async function readingsAt(
  tx: Tx,
  { target: { indicator, among }, file, figures, region, isNow }: Standing,
  moments: readonly Instant[],
): Promise<readonly (Reading | undefined)[]> {
  if (indicator === undefined || !isIndicator(indicator)) return moments.map(() => undefined);
  const { unit, nowOnly } = indicatorOf(indicator);
  if (!isMeasured(indicator)) {
    return moments.map((at) => {
      const held = enteredAt(figures, indicator, dayOf(at));
      return held && enteredReading(unit, held.value);
    });
  }
  const scope = { campaign: file.id, region, among };
  const readings = await measure(
    tx,
    indicator,
    scope,
    moments.map((at) => ({ at })),
  );
  return nowOnly ? readings.map((each, index) => (isNow && index === moments.length - 1 ? each : undefined)) : readings;
}

/** The newest that stands for that day or an earlier one. */
const enteredAt = (figures: readonly EnteredFigure[], of: string | undefined, day: Day): EnteredFigure | undefined =>
  figures.find((each) => each.kind === 'value' && each.of === of && each.on <= day);

const shownFigure = <F extends EnteredFigure | undefined>(figure: F) =>
  figure ? { ...figure, enteredAt: figure.enteredAt.toISOString() } : null;
