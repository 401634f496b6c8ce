import { notFound } from '@fundguard/casework';
import { firstRows, streamSheets } from '@fundguard/documents';
import {
  type ColumnUse,
  type Complaint,
  type ImportKind,
  type Person,
  type SheetCell,
  type SheetReading,
  importFields,
  importOf,
  shownIn,
} from '@fundguard/domain';
import { type BlobStore, type Database, IMPORT_STATUS } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { page } from '../http/page.js';
import { BLOBS, DATABASE } from '../ports.js';
import type { importQuery, rowQuery } from './import.views.js';

export interface Line {
  readonly id: string;
  readonly kind: ImportKind;
  readonly createdAt: Date;
  readonly sha256: string;
  readonly file: string;
  readonly reading: SheetReading;
  readonly columns: readonly ColumnUse[];
}
interface Judged {
  readonly at: number;
  readonly cells: readonly SheetCell[];
  readonly complaints: readonly Complaint[] | null;
}

const SELECT = `select i.id, i.kind, ${IMPORT_STATUS} as status, i.campaign_id as campaign, c.name as "campaignName", i.file, a.name as owner,
    i.owner = $1 as mine, i.counts, i.job_id as job, i.created_at as "createdAt", i.source, i.period, i.sha256, i.bytes, i.reading,
    i.heading_row as "headingRow", i.columns, i.committed
  from import i join account a on a.id = i.owner left join job j on j.id = i.job_id left join lateral campaign_name(i.campaign_id) c (name) on true
  where ($2::uuid is null or i.unit_id = $2)`;

const SHOWN = 12;
const WIDE = 24;

/** Imports of one's region; a unit contact sees the own unit's. */
@Injectable()
export class ImportReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BLOBS) private readonly blobs: BlobStore,
  ) {}

  async list(me: Person, { kind, campaign, after, limit }: z.output<typeof importQuery>) {
    const [before, idBefore] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Line>({
        text: `${SELECT} and ($3::text is null or i.kind = $3) and ($4::uuid is null or i.campaign_id = $4)
                 and ($5::timestamptz is null or (i.created_at, i.id) < ($5, $6::uuid))
               order by i.created_at desc, i.id desc limit $7`,
        values: [
          me.account,
          me.unit ?? null,
          kind ?? null,
          campaign ?? null,
          before ?? null,
          idBefore ?? null,
          limit + 1,
        ],
      }),
    );
    return page(rows, limit, ({ createdAt, id }) => `${createdAt.toISOString()}_${id}`);
  }

  async one(me: Person, id: string) {
    const line = await this.line(me, id);
    const fields = importFields(line.kind).map(({ name, zh, en, example, isRequired }) => ({
      name,
      zh,
      en,
      example,
      isRequired,
    }));
    return { ...line, fields, takesFigures: importOf(line.kind).figures ?? false };
  }

  /** The first rows of the file as they would be read now. */
  async preview(me: Person, id: string) {
    const { sha256, reading } = await this.line(me, id);
    const rows = await firstRows(this.blobs.path(sha256), reading, SHOWN);
    return { rows: rows.map(({ at, cells }) => ({ at, cells: cells.map(shownIn) })) };
  }

  async rows(me: Person, id: string, { verdict, after = 0, limit }: z.output<typeof rowQuery>) {
    await this.line(me, id);
    const rows = await this.judged(me, id, after, limit + 1, verdict);
    const shown = rows.map((row) => ({ ...row, cells: row.cells.map(shownIn), complaints: row.complaints ?? [] }));
    return page(shown, limit, ({ at }) => String(at));
  }

  /** What was refused, as it stood in the file, with the reasons: to be set right and imported again. */
  async refused(me: Person, id: string): Promise<{ readonly name: string; readonly file: Readable }> {
    const { file, columns } = await this.line(me, id);
    const titles = [...columns.map(({ heading }) => heading), '不能导入的原因', 'Why it was refused'];
    const rows = this.refusedRows(me, id, columns.length);
    const sheet = { name: '未导入', columns: titles.map((title) => ({ title, width: WIDE })), rows };
    return { name: `${file.replace(/\.[^.]*$/, '')}-未导入.xlsx`, file: streamSheets([sheet]) };
  }

  private async *refusedRows(me: Person, id: string, width: number): AsyncGenerator<string[]> {
    for (let after = 0; ;) {
      const rows = await this.judged(me, id, after, PAGE, 'refuse');
      for (const { cells, complaints } of rows) {
        const said = (language: 'zh' | 'en', colon: string) =>
          (complaints ?? []).map((each) => `${each.heading}${each.heading && colon}${each[language]}`).join('\n');
        yield [...Array.from({ length: width }, (_, at) => shownIn(cells[at])), said('zh', '：'), said('en', ': ')];
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.at;
    }
  }

  private judged(me: Person, id: string, after: number, limit: number, verdict?: string): Promise<Judged[]> {
    return this.db.within(me.region, (tx) =>
      tx.query<Judged>({
        text: `select at, cells, verdict, complaints from import_row
               where import_id = $1 and at > $2 and verdict is not null and ($3::text is null or verdict = $3) order by at limit $4`,
        values: [id, after, verdict ?? null, limit],
      }),
    );
  }

  private async line(me: Person, id: string): Promise<Line> {
    const [line] = await this.db.within(me.region, (tx) =>
      tx.query<Line>({ text: `${SELECT} and i.id = $3`, values: [me.account, me.unit ?? null, id] }),
    );
    if (!line) throw notFound('import');
    return line;
  }
}

const PAGE = 2_000;
