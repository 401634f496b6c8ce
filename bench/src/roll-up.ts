import { randomUUID } from 'node:crypto';
import { instant } from '@fundguard/domain';
import { type RollUpScope, regionSums } from '@fundguard/persistence';
import { addUnits, launchCampaign } from './campaign-of-units.js';
import { alternate, report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const UNITS = 3_000;
const COUNTIES = 30;
const WEEKS = 156;
const FIELDS = ['checked', 'problems', 'refunded', 'fined'];
const ROUNDS = 5;

const COUNTS = `select region, count(*), count(*) filter (where status in ('submitted', 'accepted')) from obligation
  where campaign_id = $1 and source = $2 and status <> 'waived' group by region`;
const SUMS = `select region, field, sum(value) from report_figure where campaign_id = $1 and source = $2 group by region, field`;

/**
 * Three years of weekly reports of 3,000 units in thirty counties, 468,000 of them with four figures each, added up by county
 * for the region above. The limit is the plainest SQL over the same rows as the tables' owner: the figures and who reported.
 * ratio = ours / limit. `roll-up.period` is one week of it.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  try {
    const campaign = await fill(stage);
    const scope: RollUpScope = {
      ...{ campaign, source: 'weekly', period: null, region: stage.installed.region('990000') },
      now: instant(Date.now()),
    };
    const ours = (period: string | null) =>
      timed(() => stage.db.within(stage.installed.region('990000'), (tx) => regionSums(tx, { ...scope, period })));
    const bare = (more: string, values: string[]) =>
      timed(async () => {
        for (const text of [COUNTS, SUMS])
          await stage.bare.query(text.replace(' group by', `${more} group by`), [campaign, 'weekly', ...values]);
      });
    const all = await alternate(ROUNDS, { ours: () => ours(null), limit: () => bare('', []) });
    report('roll-up', 'ms', all);
    const week = await alternate(ROUNDS, {
      ours: () => ours('week 100'),
      limit: () => bare(' and period = $3', ['week 100']),
    });
    report('roll-up.period', 'ms', week);
  } finally {
    await stage.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Rows as acts leave them, in counties of their own below the city. */
async function fill(stage: Stage): Promise<string> {
  const { bare, installed } = stage;
  await addUnits(stage, UNITS);
  const city = installed.region('990000');
  await bare.query(
    `insert into region (path, code, level, name_zh, name_en)
     select $1 || code || '/', code, 'county', '第' || n || '县', 'County ' || n
     from (select n, (990100 + n)::text as code from generate_series(1, $2::int) n) c`,
    [city, COUNTIES],
  );
  await bare.query(
    `update unit u set region = $1 || (990101 + n.at % $2::int)::text || '/'
     from (select id, row_number() over (order by id) as at from unit where kind = 'institution') n where u.id = n.id`,
    [city, COUNTIES],
  );
  const { id } = await launchCampaign(stage);
  await bare.query(
    `insert into obligation (campaign_id, unit_id, region, source, period, name, due_at, status, submitted_at, submitted_by)
     select $1, u.id, u.region, 'weekly', 'week ' || w, '周报', timestamptz '2020-01-02 09:00Z' + w * interval '7 days',
       case when (w + length(u.name)) % 20 = 0 then 'overdue' else 'accepted' end, now(), $2
     from unit u, generate_series(1, $3::int) w where u.kind = 'institution'`,
    [id, randomUUID(), WEEKS],
  );
  await bare.query(
    `insert into report_figure (obligation_id, field, campaign_id, source, period, region, value)
     select o.id, f.field, o.campaign_id, o.source, o.period, o.region, 1000 + abs(hashtext(o.id::text || f.field)) % 100000
     from obligation o, unnest($2::text[]) as f (field) where o.campaign_id = $1 and o.source = 'weekly' and o.status = 'accepted'`,
    [id, FIELDS],
  );
  await bare.query('vacuum analyze obligation, report_figure');
  return id;
}
