import { groundwork, notFound } from '@fundguard/casework';
import {
  type Clock,
  type Person,
  type PlanTemplate,
  type Report,
  difference,
  formOf,
  isQuestioned,
  whyNotRepeated,
} from '@fundguard/domain';
import {
  type Database,
  EVERYWHERE,
  type LockedObligation,
  type Tx,
  reportEntries,
  reportFiles,
} from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { unitOf } from '../campaign/campaign.reader.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';

type Found = LockedObligation & { readonly receiver: string | null };

/** A report as it is written, and as it lies there with everything that happened to it. */
@Injectable()
export class ReportReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  /** Whether it is theirs is asked in their own region; the plan may be of a region above. */
  async find(me: Person, id: string): Promise<Found> {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Found>({
        text: `select id, campaign_id as campaign, unit_id as unit, region, source, period, due_at as due, status, version, report, form, receiver
               from obligation where id = $1 and ($2::uuid is null or unit_id = $2)`,
        values: [id, unitOf(me)],
      }),
    );
    if (!row) throw notFound('obligation');
    return row;
  }

  async draft(me: Person, id: string) {
    const row = await this.find(me, id);
    const now = await this.clock.now();
    const basis = await this.db.within(EVERYWHERE, (tx) => groundwork(tx, row, now));
    const { form, known, sources, last, lastAt, files, from, to } = basis;
    return {
      form: form ?? null,
      ...{ from, to, files },
      fields: (form?.fields ?? []).map((field) => {
        const [value, before] = [known[field.id], last?.values?.[field.id]];
        return {
          id: field.id,
          value: value ?? null,
          known: value ?? null,
          source: sources[field.id] ?? null,
          last: before ?? null,
          difference: difference(field.kind, value, before) ?? null,
          questioned: isQuestioned(field, value, before),
        };
      }),
      last: last ? { content: last.content ?? '', figures: last.figures, zero: last.zero, submittedAt: lastAt } : null,
      notRepeated: whyNotRepeated({ basis })?.text ?? null,
    };
  }

  async entries(me: Person, id: string) {
    const row = await this.find(me, id);
    return this.db.within(EVERYWHERE, async (tx) => ({
      form: (await pinnedForm(tx, row)) ?? null,
      receiver: row.receiver,
      effective: row.report,
      entries: (await reportEntries(tx, id)).map(({ seq, kind, at, byName: by, data }) => {
        const { corrections, reason } = data;
        return kind === 'submission'
          ? { seq, kind, at, by, report: data as unknown as Report }
          : { seq, kind, at, by, corrections, reason };
      }),
      files: await reportFiles(tx, id),
    }));
  }

  async file(me: Person, id: string, file: string) {
    const row = await this.find(me, id);
    const files = await this.db.within(me.region, (tx) => reportFiles(tx, row.id));
    const found = files.find((each) => each.id === file);
    if (!found) throw notFound('file');
    return found;
  }
}

async function pinnedForm(tx: Tx, { campaign, source, form }: Found) {
  if (form === null) return undefined;
  const [row] = await tx.query<{ plan: PlanTemplate }>({
    name: 'campaign-plan',
    text: 'select plan from campaign where id = $1',
    values: [campaign],
  });
  return row && formOf(row.plan, source);
}
