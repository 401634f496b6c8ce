import {
  type Bilingual,
  type FormField,
  type PrefillName,
  type Instant,
  NO_BASIS,
  type ObligationActName,
  type PlanTemplate,
  type ReportBasis,
  type ReportForm,
  day,
  formOf,
  prefillOf,
  startOf,
} from '@fundguard/domain';
import {
  type LockedObligation,
  type Tx,
  correctors,
  prefillValues,
  lastReport,
  reportFiles,
  sumOfReports,
} from '@fundguard/persistence';

/** A value the system fills in, and where it is from in words. */
interface KnownValue {
  readonly value: string;
  readonly source: Bilingual;
}

/** All there is to know before a report is written. */
export interface Groundwork extends ReportBasis {
  readonly sources: Readonly<Record<string, Bilingual>>;
  readonly lastAt?: Date | undefined;
  /** The time the report is about. */
  readonly from: Date;
  readonly to: Date;
}

type Owed = Pick<LockedObligation, 'id' | 'campaign' | 'unit' | 'source' | 'due' | 'form'>;

/** What a decision about the report rests on; of an act that is about something else, only who corrected it. */
export async function basisOf(tx: Tx, row: Owed, act: ObligationActName, now: Instant): Promise<ReportBasis> {
  if (act === 'waiveReport') return NO_BASIS;
  const correctedBy = await correctors(tx, row.id);
  if (act === 'acceptReport' || act === 'returnReport') return { ...NO_BASIS, correctedBy };
  return { ...(await groundwork(tx, row, now)), correctedBy };
}

/** 报表底稿: the form, last time's report, and what the system knows of the time since. */
export async function groundwork(tx: Tx, row: Owed, now: Instant): Promise<Groundwork> {
  const last = await lastReport(tx, row);
  const files = await reportFiles(tx, row.id);
  const pinned = row.form === null ? undefined : await formAndStart(tx, row);
  const to = row.due.toISOString() < now ? row.due : new Date(now);
  const began = pinned?.began ?? to;
  const from = last.from ?? began;
  const known = pinned ? await knownValues(tx, row, pinned.form, { began, from, to }) : {};
  return {
    ...NO_BASIS,
    ...{ form: pinned?.form, files, last: last.report, lastAt: last.submittedAt, from, to },
    known: mapped(known, ({ value }) => value),
    sources: mapped(known, ({ source }) => source),
  };
}

const mapped = <From, To>(from: Readonly<Record<string, From>>, to: (each: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(from).map(([id, each]) => [id, to(each)]));

async function formAndStart(tx: Tx, { campaign, source }: Owed) {
  const [row] = await tx.query<{ plan: PlanTemplate; start: string }>({
    name: 'campaign-plan-and-start',
    text: 'select plan, start_on as start from campaign where id = $1',
    values: [campaign],
  });
  const form = row && formOf(row.plan, source);
  if (!row || !form) throw new Error(`campaign ${campaign} has no form for ${source}`);
  // After the last moment of the day before: money is known by its day, and that of the first day counts.
  return { form, began: new Date(Date.parse(startOf(day(row.start))) - 1) };
}

interface Times {
  readonly began: Date;
  readonly from: Date;
  readonly to: Date;
}

/** A bureau or an agency speaks for its region; everybody else for themselves, and is not told of cases. */
async function knownValues(
  tx: Tx,
  { campaign, unit, due }: Owed,
  { fields }: ReportForm,
  times: Times,
): Promise<Record<string, KnownValue>> {
  const [who] = await tx.query<{ kind: string; region: string }>({
    name: 'unit-kind-and-region',
    text: 'select kind, region from unit where id = $1',
    values: [unit],
  });
  const { kind, region } = who ?? { kind: '', region: '/' };
  const speaksForRegion = kind === 'bureau' || kind === 'agency';
  const scopeOf = ({ span }: FormField) => ({
    ...{ campaign, region, unit: speaksForRegion ? null : unit },
    ...{ from: span === 'campaign' ? times.began : times.from, to: times.to },
  });
  const known: Record<string, KnownValue> = {};
  for (const span of ['period', 'campaign'] as const) {
    const asked = fields.flatMap((field) =>
      typeof field.prefill === 'string' &&
      field.span === span &&
      (speaksForRegion || !prefillOf(field.prefill).internal)
        ? [{ field, name: field.prefill }]
        : [],
    );
    const [first] = asked;
    if (!first) continue;
    const values = await prefillValues(tx, [...new Set(asked.map(({ name }) => name))], scopeOf(first.field));
    for (const { field, name } of asked)
      known[field.id] = { value: values[name] ?? '0', source: sourceOf(name, field.span) };
  }
  for (const field of speaksForRegion ? fields : []) {
    if (typeof field.prefill !== 'object') continue;
    const { value, reported, owed } = await sumOfReports(tx, { ...scopeOf(field), to: due }, field.prefill);
    known[field.id] = {
      value,
      source: { zh: `下级报表汇总（已报 ${reported}/${owed}）`, en: `Sum of reports (${reported} of ${owed} in)` },
    };
  }
  return known;
}

const SPANS = { period: { zh: '本期', en: 'this period' }, campaign: { zh: '累计', en: 'so far' } };

function sourceOf(name: PrefillName, span: FormField['span']): Bilingual {
  const {
    name: { zh, en },
    standing,
  } = prefillOf(name);
  return standing ? { zh, en } : { zh: `${zh}（${SPANS[span].zh}）`, en: `${en} (${SPANS[span].en})` };
}
