import { notFound } from '@fundguard/casework';
import { type Day, type Person, plusDays, startOf } from '@fundguard/domain';
import { type Database, type RecordedEvent } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { shown } from '../case/case.reader.js';
import { page } from '../http/page.js';
import { DATABASE } from '../ports.js';
import type { RecordQuery } from './record.views.js';

interface AuditedEvent extends RecordedEvent {
  readonly about: 'case' | 'campaign' | 'import' | 'pool' | 'practitioner' | 'block';
  readonly title: string;
}

const AUDITED = `select e.*, case when c.id is not null then 'case' when i.id is not null then 'import' when p.id is not null then 'pool'
      when t.id is not null then 'practitioner' when b.id is not null then 'block' else 'campaign' end as about,
    coalesce(c.number || ' ' || c.title, m.name, i.file, p.name, t.name, b.state ->> 'name', '') as title
  from event e left join case_file c on c.id = e.file_id left join campaign m on m.id = e.file_id left join import i on i.id = e.file_id
    left join pool_member p on p.id = e.file_id left join practitioner t on t.id = e.file_id left join block b on b.id = e.file_id`;

/** The record across files, inside one's own region by the row policies. */
@Injectable()
export class RecordReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Newest first. Of two events of one instant and file, the later link comes first. */
  async search(me: Person, { person, kind, file, q, from, to, after, limit }: RecordQuery) {
    const [atBefore, fileBefore, seqBefore] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<AuditedEvent>({
        text: `${AUDITED}
               where ($1::uuid is null or e.actor ->> 'account' = $1::text) and ($2::text is null or e.kind = $2)
                 and ($3::uuid is null or e.file_id = $3) and ($4::timestamptz is null or e.at >= $4)
                 and ($5::timestamptz is null or e.at < $5)
                 and ($6::text is null or e.file_id in (select cases_with($6) union all select id from campaign where position($6 in name) > 0))
                 and ($7::timestamptz is null or (e.at, e.file_id, e.seq) < ($7, $8::uuid, $9::bigint))
               order by e.at desc, e.file_id desc, e.seq desc limit $10`,
        values: [
          person ?? null,
          kind ?? null,
          file ?? null,
          from ? startOf(from as Day) : null,
          to ? startOf(plusDays(to as Day, 1)) : null,
          q || null,
          atBefore ?? null,
          fileBefore ?? null,
          seqBefore ?? null,
          limit + 1,
        ],
      }),
    );
    return page(rows.map(audited), limit, ({ at, file: of, seq }) => `${at}_${of}_${seq}`);
  }

  /** One event beside what stood before it. */
  async change(me: Person, file: string, seq: number) {
    const found = await this.db.within(me.region, async (tx) => {
      const [event] = await tx.query<AuditedEvent>({
        text: `${AUDITED} where e.file_id = $1 and e.seq = $2`,
        values: [file, seq],
      });
      if (!event) throw notFound('event');
      const [before] = await tx.query<Pick<RecordedEvent, 'seq' | 'data'>>({
        text: 'select seq, data from event where file_id = $1 and seq < $2 and kind = $3 order by seq desc limit 1',
        values: [file, seq, event.kind],
      });
      const [stage] = await tx.query<{ stage: string }>({
        text: `select data ->> 'stage' as stage from event where file_id = $1 and seq < $2 and data ? 'stage' order by seq desc limit 1`,
        values: [file, seq],
      });
      return { event, before: before ?? null, stageBefore: stage?.stage ?? null };
    });
    const { event, ...rest } = found;
    return { ...rest, event: audited(event), command: event.command_id, prev: event.prev.toString('hex') };
  }
}

const audited = (event: AuditedEvent) => ({
  ...shown(event),
  file: event.file_id,
  about: event.about,
  title: event.title,
});
