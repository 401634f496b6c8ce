import { bareTransaction } from './bare-transaction.js';
import { type OpenedCase, nextTurn, openCases, roundRobin } from './cases.js';
import { caller, openSession } from './http.js';
import { startApi } from './programs.js';
import { alternate, load, report } from './rounds.js';
import { openStage } from './stage.js';

const ROUND = 2_000;
const ROUNDS = 7;
const CASES = 320;
const CONNECTIONS = 16;

/**
 * Commands a second through the api, with session, permission and validation, over sixteen connections; and the 95th
 * percentile of their time. The limit is an empty authenticated route and then the bare transaction, each measured with
 * sixteen callers: the times of the two add up. ratio = ours / limit; aims: rate at least 0.6, p95 at most 1.5.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const api = await startApi(stage.appUrl);
  const http = caller(api.port, CONNECTIONS);
  try {
    const cases = await openCases(stage, 2 * CASES + 1);
    const bare = await bareTransaction(stage, cases.pop() as OpenedCase);
    const tokens = {
      investigator: await openSession(stage, stage.cast.investigator),
      leader: await openSession(stage, stage.cast.leader),
    };
    const ours = roundRobin(cases.slice(0, CASES), CONNECTIONS);
    const theirs = roundRobin(cases.slice(CASES), CONNECTIONS);
    const rounds = await alternate(ROUNDS, {
      route: () =>
        load(CONNECTIONS, ROUND, () => http.call({ method: 'GET', path: '/sessions/current', token: tokens.leader })),
      transaction: () => load(CONNECTIONS, ROUND, (each) => bare(theirs(each))),
      ours: () =>
        load(CONNECTIONS, ROUND, (each) => {
          const next = ours(each);
          const { who, noun, payload } = nextTurn(next);
          return http.call({ method: 'POST', path: `/cases/${next.id}/${noun}`, token: tokens[who], body: payload });
        }),
    });
    report(
      'command.http',
      'commands/s',
      rounds.map(({ ours: { rate }, route, transaction }) => ({
        ours: rate,
        limit: 1 / (1 / route.rate + 1 / transaction.rate),
      })),
    );
    report(
      'command.http.p95',
      'ms',
      rounds.map(({ ours: { p95 }, route, transaction }) => ({ ours: p95, limit: route.p95 + transaction.p95 })),
    );
  } finally {
    http.close();
    await api.stop();
    await stage.close();
  }
}
