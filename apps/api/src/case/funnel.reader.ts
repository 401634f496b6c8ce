import { type Person, STAGES } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DATABASE } from '../ports.js';

/** The procedure from the lead to the strike-off; the stages after it end a case before its time. */
const LAST = STAGES.indexOf('struckOff') + 1;

export const funnelQuery = z.object({ campaign: z.uuid().optional() });
export const funnelView = z
  .object({
    items: z.array(
      z.object({
        stage: z.enum(STAGES),
        reached: z.int().meta({ description: 'How many cases came this far, or further' }),
        current: z.int().meta({ description: 'How many are in it now' }),
        medianDays: z
          .number()
          .nullable()
          .meta({ description: 'Half of the cases came here from the stage before within so many days' }),
      }),
    ),
  })
  .meta({ id: 'CaseFunnel' });

/** How far cases come, and how long each step takes them: from the record, each stage by when it was first entered. */
@Injectable()
export class FunnelReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async funnel(me: Person, { campaign }: z.infer<typeof funnelQuery>) {
    const items = await this.db.within(me.region, (tx) =>
      tx.query<z.infer<typeof funnelView>['items'][number]>({
        text: `with stage as (
                 select name, at from unnest($1::text[]) with ordinality as stage (name, at)
               ), entry as (
                 select e.file_id, coalesce(e.data ->> 'stage', ($1::text[])[1]) as stage, min(e.at) as at, min(e.seq) as seq
                 from event e join case_file c on c.id = e.file_id
                 where (e.kind = 'leadOpened' or e.data ? 'stage') and ($3::uuid is null or c.campaign_id = $3)
                 group by 1, 2
               ), step as (
                 select stage, at - lag(at) over (partition by file_id order by seq) as took from entry
               ), furthest as (
                 select max(s.at) as at from entry e join stage s on s.name = e.stage
                 where s.at <= $2 group by e.file_id
               ), present as (
                 select stage, count(*) as cases from case_file where $3::uuid is null or campaign_id = $3 group by stage
               )
               select s.name as stage, coalesce(p.cases, 0) as current,
                 case when s.at <= $2 then (select count(*) from furthest f where f.at >= s.at) else coalesce(p.cases, 0) end as reached,
                 (select round((percentile_cont(0.5) within group (order by extract(epoch from took)) / 86400)::numeric, 1)::float8
                   from step where step.stage = s.name) as "medianDays"
               from stage s left join present p on p.stage = s.name order by s.at`,
        values: [STAGES, LAST, campaign ?? null],
      }),
    );
    return { items };
  }
}
