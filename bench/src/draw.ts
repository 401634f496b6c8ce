import { createHash, randomBytes } from 'node:crypto';
import { type DrawList, drawList, drawWith } from '@fundguard/domain';
import { alternate, report } from './rounds.js';

const CANDIDATES = 100_000;
const ROUNDS = 7;
const WITNESS = { name: '测速', words: '0' };

/**
 * A draw from 100,000 institutions by three strata, a quarter of them drawn and given to fifty teams. The limit is the bare lot:
 * one hash for each candidate, and the hashes in order. ratio = ours / limit.
 */
export async function run(): Promise<void> {
  const list = institutions();
  const secret = randomBytes(32).toString('hex');
  const rounds = await alternate(ROUNDS, {
    ours: () => timed(() => drawWith(list, secret, WITNESS, [])),
    limit: () => timed(() => bareLots(list, secret)),
  });
  report('draw', 'ms', rounds);
}

function institutions(): DrawList {
  const types = ['level2', 'grassroots', 'pharmacy'] as const;
  return drawList.parse({
    candidates: Array.from({ length: CANDIDATES }, (_, at) => ({
      ...{ id: `unit-${at}`, name: `第${at}家定点医药机构`, area: `/990000/${990_001 + (at % 50)}/` },
      marks: { type: types[at % 3] },
    })),
    strata: [
      { id: 'level2', name: '二级及以上', who: { type: ['level2'] }, percent: 50 },
      { id: 'grassroots', name: '基层', who: { type: ['grassroots'] }, percent: 30 },
      { id: 'all', name: '总数', percent: 25 },
    ],
    teams: { count: 50, inspectors: 3, experts: 2 },
    inspectors: people(200),
    experts: people(150),
  });
}

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `person-${count}-${at}`,
    name: '某某',
    area: `/990000/${990_001 + (at % 50)}/`,
  }));

const bareLots = ({ candidates }: DrawList, secret: string) =>
  candidates.map(({ id }) => createHash('sha256').update(`${secret}\n${id}`).digest('hex')).sort();

function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  work();
  return Promise.resolve(performance.now() - began);
}
