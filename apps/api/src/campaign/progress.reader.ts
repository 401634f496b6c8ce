import { notFound } from '@fundguard/casework';
import type { Person } from '@fundguard/domain';
import { type Database } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { page } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { CampaignReader, unitOf } from './campaign.reader.js';
import type { chaseQuery, chaseView, progressQuery, progressView } from './progress.views.js';

const LETTER = `case o.status when 'open' then 'o' when 'returned' then 'r' when 'overdue' then 'x' when 'waived' then 'w'
  when 'submitted' then case when o.late then 'S' else 's' end
  when 'accepted' then case when o.late then 'A' else 'a' end else '.' end`;

/** Overdue first, the oldest arrears first; then what was returned, then by the next deadline; who left comes last. */
const BY_NEED = `dropped, arrears nulls last, returned desc, next nulls last, region, name, unit`;

const ASKED = `($3::text is null or o.phase = $3) and ($4::timestamptz is null or o.due_at = $4)`;

const PROGRESS = `
  with col as materialized (
    select *, row_number() over (order by due, source, period) - 1 as place from (
      select source, period, min(name) as name, min(phase) as phase, mode() within group (order by due_at) as due from obligation o
      where campaign_id = $1 and ($2::uuid is null or unit_id = $2) and ${ASKED} group by source, period) c
  ), row as (
    select u.id as unit, u.name, u.kind, u.region, p.key_target as "keyTarget", p.dropped_at is not null as dropped,
      p.chased_at as "chasedAt",
      coalesce(array_agg(col.place) filter (where o.id is not null), '{}') as places,
      coalesce(array_agg(${LETTER}) filter (where o.id is not null), '{}') as letters,
      min(o.due_at) filter (where o.status = 'overdue') as arrears,
      count(*) filter (where o.status = 'returned') as returned,
      min(o.due_at) filter (where o.status in ('open', 'returned')) as next
    from participant p join unit u on u.id = p.unit_id
      left join (obligation o join col using (source, period)) on o.campaign_id = p.campaign_id and o.unit_id = p.unit_id and ${ASKED}
    where p.campaign_id = $1 and ($2::uuid is null or p.unit_id = $2)
    group by u.id, p.campaign_id, p.unit_id
    having ($3 is null and $4 is null) or count(o.id) > 0
  )
  select
    (select coalesce(json_agg(json_build_object('source', source, 'period', period, 'name', name, 'phase', phase, 'due', due) order by place), '[]')
      from col) as columns,
    (select coalesce(json_agg(json_build_object('unit', unit, 'name', name, 'kind', kind, 'region', region, 'keyTarget', "keyTarget",
      'dropped', dropped, 'chasedAt', "chasedAt", 'places', places, 'letters', letters) order by ${BY_NEED}), '[]') from row) as rows,
    (select coalesce(json_agg(json_build_object('path', path, 'nameZh', name_zh, 'nameEn', name_en) order by path), '[]')
      from region where path in (select region from row)) as regions`;

const MAIL = `case when not n.planned then 'waiting' when count(d.id) = 0 then 'none' when bool_or(d.status = 'failed') then 'failed'
  when bool_or(d.status = 'uncertain') then 'uncertain' when bool_and(d.status = 'sent') then 'sent' else 'waiting' end`;

const CHASES = `
  with chase as (
    select seq, command_id, at, actor ->> 'name' as by, data from event
    where file_id = $1 and kind = 'unitsChased' and ($2::bigint is null or seq < $2)
      and ($4::text is null or data -> 'units' ? $4 or data -> 'skipped' @> jsonb_build_array(jsonb_build_object('unit', $4)))
    order by seq desc limit $3
  )
  select command_id as id, seq, at, by, data ->> 'message' as message,
    (select coalesce(json_agg(t order by t.name), '[]') from (
      select u.id as unit, u.name, (select min(r.at) from notification_read r where r.notification_id = n.id) as "readAt", ${MAIL} as mail
      from notification n join unit u on u.id = substr(n.addressee, 6)::uuid
        left join delivery d on d.notification_id = n.id and d.channel = 'email'
      where n.file_id = $1 and n.cause = 'chase:' || chase.command_id and ($4::text is null or n.addressee = 'unit:' || $4)
      group by n.id, n.planned, u.id, u.name) t) as units,
    (select coalesce(json_agg(json_build_object('unit', s ->> 'unit', 'name', u.name, 'why', s ->> 'why') order by u.name), '[]')
      from jsonb_array_elements(data -> 'skipped') s
        left join (participant p join unit u on u.id = p.unit_id) on p.campaign_id = $1 and p.unit_id = (s ->> 'unit')::uuid
      where $4::text is null or s ->> 'unit' = $4) as skipped
  from chase order by seq desc`;

type Progress = z.infer<typeof progressView>;
/** A row with its letters where it owes something. */
type Sparse = Omit<Progress['rows'][number], 'states'> & { readonly places: number[]; readonly letters: string[] };
type Found = Omit<Progress, 'rows'> & { readonly rows: readonly Sparse[] };

function withStates({ places, letters, ...row }: Sparse, columns: number): Progress['rows'][number] {
  const states = Array<string>(columns).fill('.');
  places.forEach((place, index) => (states[place] = letters[index] ?? '.'));
  return { ...row, states: states.join('') };
}

/** How far the units of a campaign are, and who was chased. */
@Injectable()
export class ProgressReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async progress(me: Person, id: string, { phase, due }: z.infer<typeof progressQuery>): Promise<Progress> {
    await this.campaigns.file(me, id);
    const [found] = await this.db.within(me.region, (tx) =>
      tx.query<Found>({ text: PROGRESS, values: [id, unitOf(me), phase ?? null, due ?? null] }),
    );
    const { columns = [], rows = [], regions = [] } = found ?? {};
    return { columns, regions, rows: rows.map((row) => withStates(row, columns.length)) };
  }

  /** Newest first; like the record, for the campaign's own region. */
  async chases(me: Person, id: string, { after, limit, unit }: z.infer<typeof chaseQuery>) {
    const rows = await this.db.within(me.region, async (tx) => {
      const own = await tx.query({ text: 'select 1 from campaign where id = $1', values: [id] });
      if (own.length === 0 || unitOf(me)) throw notFound('campaign');
      return tx.query<z.infer<typeof chaseView>>({
        text: CHASES,
        values: [id, after ?? null, limit + 1, unit ?? null],
      });
    });
    return page(rows, limit, ({ seq }) => String(seq));
  }
}
