import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { launch } from '../support/campaign-walk.js';
import { eventually } from '../support/eventually.js';
import { expectWholeRecord, rows } from '../support/processes-checks.js';
import { type Moment, hold } from '../support/processes-hold.js';
import { type Installation, startInstallation } from '../support/processes.js';
import { importOf, sendSheet, turn, work, xlsx } from '../support/sheets.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 60_000);
afterAll(() => installation?.stop(), 60_000);

const ROWS = 450;
const DUE = `${new Date().getFullYear() + 1}-03-05`;

test.each<[Moment]>([['commit'], ['statement']])(
  'a worker killed in the %s of a slice: the import goes on behind what was written, and every line is there once',
  async (moment) => {
    const { platform, worker } = installation;
    const campaign = await launch(platform, { start: new Date().toISOString().slice(0, 10) });
    const lines = Array.from({ length: ROWS }, (_, at) => [
      '甲县人民医院',
      '上级交办',
      '重复收费',
      `${moment} ${at}`,
      '1.00',
      DUE,
    ]);
    const file = await xlsx(['单位', '来源', '问题类别', '问题', '金额', '整改期限'], ...lines);
    const sent = await sendSheet(platform, 'coordinator', { kind: 'problems', campaign }, file);
    const id = String(sent.json['id']);
    expect(await work(platform, 'coordinator', id, 'check')).toMatchObject({ add: ROWS, refuse: 0 });
    const second = `new.kind = 'problemsImported' and (new.data -> 'rows' ->> 0)::int > 100`;
    const held = await hold(installation, [{ table: 'event', on: 'insert', moment, when: second }]);
    expect((await turn(platform, 'coordinator', id, 'commit')).status).toBe(201);
    await held.untilHeld(1);
    await worker.kill9();
    await held.release();
    await worker.start();
    await eventually(async () => expect((await importOf(platform, 'coordinator', id)).status).toBe('done'), 300);
    const [count] = await rows<object>(
      installation,
      'select count(*)::int as lines, count(distinct what)::int as whats, sum(amount)::int as fen from problem where campaign_id = $1',
      campaign,
    );
    expect(count).toEqual({ lines: ROWS, whats: ROWS, fen: ROWS * 100 });
    const slices = await rows<{ count: number }>(
      installation,
      `select (data ->> 'count')::int as count from event where file_id = $1 and kind = 'problemsImported' order by seq`,
      campaign,
    );
    expect(slices.map((slice) => slice.count)).toEqual([200, 200, 50]);
    await expectWholeRecord(installation);
  },
  120_000,
);
