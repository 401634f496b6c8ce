import { caller, openSession } from './http.js';
import { fill } from './million-cases.js';
import { startApi } from './programs.js';
import { alternate, load, report } from './rounds.js';
import { openStage } from './stage.js';

const ROUND = 3_000;
const ROUNDS = 5;
const CALLERS = 4;
const PAGE = 51;

const LIST = `select c.id, number, version, stage, title, c.region, handler, a.name, next_due, opened_at
  from case_file c join account a on a.id = c.handler`;

/**
 * A page of the list, and a search for a word of two characters, with a million cases in one region; through the api with
 * session, permission and row policies. The limit is the plainest statement that gives the same rows, through `pg` as the
 * tables' owner, and an empty authenticated route. 95th percentiles; ratio = ours / limit, aim at most 2.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const api = await startApi(stage.appUrl);
  const http = caller(api.port, CALLERS);
  try {
    await fill(stage);
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
    await api.stop();
    await stage.close();
  }
}
