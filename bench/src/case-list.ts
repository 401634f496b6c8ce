import { tmpdir } from 'node:os';
import { caller, openSession } from './http.js';
import { API, freePort, startProgram } from './programs.js';
import { alternate, load, report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const CASES = 1_000_000;
const ROUND = 3_000;
const ROUNDS = 5;
const CALLERS = 4;
const PAGE = 51;

const WORDS = [
  '透析',
  '挂床',
  '串换药品',
  '超量开药',
  '冒名就医',
  '虚构病情',
  '分解住院',
  '重复收费',
  '伪造处方',
  '套取基金',
];

const LIST = `select c.id, number, version, stage, title, c.region, handler, a.name, next_due, opened_at
  from case_file c join account a on a.id = c.handler`;

/**
 * A page of the list, and a search for a word of two characters, with a million cases in one region; through the api with
 * session, permission and row policies. The limit is the plainest statement that gives the same rows, through `pg` as the
 * tables' owner, and an empty authenticated route. 95th percentiles; ratio = ours / limit, aim at most 2.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const port = await freePort();
  const engine = `127.0.0.1:${await freePort()}`;
  const env = { DATABASE_URL: stage.appUrl, TEMPORAL_ADDRESS: engine, PORT: String(port), FILES_DIR: tmpdir() };
  const http = caller(port, CALLERS);
  let stop = () => Promise.resolve();
  try {
    await fill(stage);
    const api = await startProgram(API, [], env);
    stop = () => api.stop();
    const token = await openSession(stage, stage.cast.leader);
    const get = (path: string) => http.call({ method: 'GET', path, token });
    const measures = [
      ['case.list.p95', '/cases', `${LIST} order by opened_at desc, c.id desc limit ${PAGE}`, []],
      [
        'case.search.p95',
        `/cases?q=${encodeURIComponent('血液透析')}`,
        `${LIST} where case_words(c) @> pairs($1) order by opened_at desc, c.id desc limit ${PAGE}`,
        ['血液透析'],
      ],
    ] as const;
    for (const [name, path, text, values] of measures) {
      const rounds = await alternate(ROUNDS, {
        ours: () => load(CALLERS, ROUND, () => get(path)),
        route: () => load(CALLERS, ROUND, () => get('/sessions/current')),
        bare: () => load(CALLERS, ROUND, () => stage.bare.query({ text, values: [...values] })),
      });
      report(
        name,
        'ms',
        rounds.map(({ ours, route, bare }) => ({ ours: ours.p95, limit: route.p95 + bare.p95 })),
      );
    }
  } finally {
    http.close();
    await stop();
    await stage.close();
  }
}

/** Rows as acts leave them, with titles of everyday words; one in two hundred is about dialysis. */
async function fill({ bare, cast, installed }: Stage): Promise<void> {
  await bare.query(
    `insert into case_file (id, region, number, stage, title, handler, next_due, opened_at, state, version, seq, head)
     select gen_random_uuid(), $1, '〔2026〕990001医保案字第' || n || '号',
       (array['verification', 'investigation', 'approval', 'execution', 'struckOff'])[1 + n % 5],
       '甲县第' || n % 500 || '医院' || ($3::text[])[1 + n % 9 + 1] || case when n % 200 = 0 then '血液透析次数不实' else '' end,
       $2, timestamptz '2026-11-01' + n % 90 * interval '1 day', timestamptz '2020-01-01' + n * interval '3 minutes',
       jsonb_build_object('subject', jsonb_build_object('name', '甲县第' || n % 500 || '医院')), 1, 1, '\\x00'
     from generate_series(1, $4::int) n`,
    [installed.region('990001'), cast.investigator.account, WORDS, CASES],
  );
  await bare.query('vacuum analyze case_file');
}
