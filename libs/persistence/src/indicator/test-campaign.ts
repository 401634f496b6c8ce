import { randomUUID } from 'node:crypto';
import type { Instant, RegionPath } from '@fundguard/domain';
import { installOrganisation } from '../organisation-store.js';
import type { TestDatabase } from '../test-database.js';

/** A campaign of a city with something of everything, for counting by hand. No part of the package. */

export const CITY = '/990000/' as RegionPath;
export const CAMPAIGN = randomUUID();
/** When little had happened, and when all of it had. */
export const EARLY = '2026-02-01T00:00:00.000Z' as Instant;
export const LATE = '2026-04-01T00:00:00.000Z' as Instant;
const START = '2026-01-05';

const UNITS = [
  ['h1', '990001', 'institution', 'public_hospital'],
  ['c1', '990001', 'institution', 'clinic'],
  ['ph1', '990001', 'pharmacy', 'pharmacy'],
  ['bureau', '990001', 'bureau', 'county_bureau'],
  ['h2', '990002', 'institution', 'public_hospital'],
  ['c2', '990002', 'institution', 'clinic'],
] as const;
type Unit = (typeof UNITS)[number][0];
type Step = readonly [day: string, kind: string, data?: object];

export interface Seeded {
  readonly units: readonly string[];
}

export async function seedCampaign(base: TestDatabase): Promise<Seeded> {
  const { owner } = base;
  const installed = await installOrganisation(base.db, {
    regions: [
      { code: '990000', name: { zh: '示范市', en: 'Demo City' }, level: 'city' },
      { code: '990001', parent: '990000', name: { zh: '甲县', en: 'County A' }, level: 'county' },
      { code: '990002', parent: '990000', name: { zh: '乙县', en: 'County B' }, level: 'county' },
    ],
    units: UNITS.map(([key, region, kind, type]) => ({ key, region, name: key, kind, type })),
  });
  const unit = (key: Unit) => installed.unit(key);
  const regionOf = (key: Unit) => installed.region(UNITS.find(([each]) => each === key)?.[1] ?? '');
  const account = randomUUID();
  await owner.query(
    `insert into account (id, login, name, password_hash, roles, region) values ($1, 'x', 'x', '', '{}', $2)`,
    [...[account, CITY]],
  );
  await owner.query(
    `insert into campaign (id, region, status, name, start_on, end_on, plan, state, version, seq, head)
     values ($1, $2, 'running', '专项', $3, '2026-06-30', '{"deliverables":[{"id":"self-check","selfCheck":true}]}', '{}', 1, 0, '')`,
    [CAMPAIGN, CITY, START],
  );
  for (const [key] of UNITS) {
    await owner.query(
      `insert into participant (campaign_id, unit_id, region, joined_at, dropped_at, key_target) values ($1, $2, $3, $4, $5, $6)`,
      [
        CAMPAIGN,
        unit(key),
        regionOf(key),
        START,
        key === 'bureau' ? '2026-03-01' : null,
        key === 'h2' ? 'zero-report' : null,
      ],
    );
  }

  const seq = new Map<string, number>();
  const record = async (file: string, region: string, [day, kind, data = {}]: Step) => {
    const next = (seq.get(file) ?? 0) + 1;
    seq.set(file, next);
    await owner.query(
      `insert into event (file_id, seq, region, kind, data, at, actor, command_id, prev, hash)
       values ($1, $2, $3, $4, $5, $6, '{}', gen_random_uuid(), '', '')`,
      [file, next, region, kind, JSON.stringify(data), `2026-${day}T04:00:00Z`],
    );
    return next;
  };

  const owe = async (key: Unit, source: string, due: string, steps: readonly Step[], status = 'open') => {
    const id = randomUUID();
    await owner.query(
      `insert into obligation (id, campaign_id, unit_id, region, source, period, name, due_at, status) values ($1, $2, $3, $4, $5, '', $5, $6, $7)`,
      [id, CAMPAIGN, unit(key), regionOf(key), source, `2026-${due}T09:00:00Z`, status],
    );
    for (const [day, kind, data] of steps) await record(CAMPAIGN, CITY, [day, kind, { obligation: id, ...data }]);
  };
  await owe('h1', 'self-check', '02-10', [
    ['01-20', 'reportSubmitted', { zero: false }],
    ['02-03', 'reportAccepted'],
  ]);
  await owe('c1', 'self-check', '02-10', [
    ['01-25', 'reportSubmitted', { zero: true }],
    ['02-12', 'reportReturned'],
  ]);
  await owe('ph1', 'self-check', '02-10', [['02-15', 'reportSubmitted', { zero: true }]]);
  await owe('h2', 'self-check', '02-10', [
    ['02-09', 'reportSubmitted', { zero: true }],
    ['02-11', 'reportReturned'],
    ['02-20', 'reportSubmitted', { zero: false }],
  ]);
  await owe('c2', 'self-check', '02-10', [['02-20', 'reportWaived']], 'waived');
  await owe('h1', 'weekly', '01-29', [['02-02', 'reportSubmitted', { zero: false }]]);
  await owe('h2', 'weekly', '01-29', []);
  await owe('bureau', 'weekly', '01-29', [], 'waived');
  await owe('c2', 'weekly', '01-29', [], 'waived'); // of a pause: nobody ever owed it

  const find = async (key: Unit, source: string, amount: number, due: string, steps: readonly Step[]) => {
    const [id, [entered = '']] = [randomUUID(), steps[0] ?? []];
    await owner.query(
      `insert into problem (id, campaign_id, unit_id, region, status, version, source, category, what, amount, refunds, refunded, due,
         entered_by, entered_at, shams)
       values ($1, $2, $3, $4, $10, 1, $5, '收费', '重复', $6, $11, 0, $7, $8, $9, 0)`,
      [
        ...[
          id,
          CAMPAIGN,
          unit(key),
          regionOf(key),
          source,
          amount,
          `2026-${due}`,
          account,
          `2026-${entered}T04:00:00Z`,
        ],
        ...[statusAfter(steps), JSON.stringify(refundsOf(steps))],
      ],
    );
    for (const [day, kind, data] of steps) await record(CAMPAIGN, CITY, [day, kind, { problem: id, ...data }]);
  };
  const refund = (day: string, fen: number): Step => [day, 'problemRefunded', { amount: { $fen: String(fen) } }];
  await find('h1', 'selfCheck', 10_000, '02-20', [
    ['01-20', 'problemEntered', { due: '2026-02-20' }],
    ...[refund('01-28', 4_000), refund('02-15', 6_000)],
    ...([
      ['02-18', 'problemRectified'],
      ['02-25', 'problemStruckOff'],
    ] as const),
  ]);
  await find('c1', 'inspection', 100_001, '03-01', [
    ['02-10', 'problemEntered', { due: '2026-03-01' }],
    refund('03-10', 40_001),
  ]);
  await find('ph1', 'recheck', 0, '05-01', [
    ['02-12', 'problemEntered', { due: '2026-03-20' }],
    ['03-15', 'problemDueMoved', { due: '2026-05-01' }],
    ...([
      ['03-18', 'problemRectified'],
      ['03-25', 'problemReturned'],
    ] as const),
  ]);
  await find('h2', 'superior', 40_000, '03-25', [
    ['02-20', 'problemEntered', { due: '2026-03-15' }],
    ...([
      ['03-01', 'problemRectified'],
      ['03-05', 'problemStruckOff'],
    ] as const),
    ['03-20', 'problemRechecked', { sham: true, due: '2026-03-25' }],
  ]);
  await find('h1', 'selfCheck', 0, '06-01', [['03-01', 'problemEntered', { due: '2026-06-01' }]]);

  const open = async (
    { of, subject = 'institution', source = 'hotline', transfers = [] as object[] }: CaseSeed,
    steps: readonly Step[],
  ) => {
    const [id, region] = [randomUUID(), of ? regionOf(of) : installed.region('990001')];
    const [opened = ''] = steps[0] ?? [];
    await owner.query(
      `insert into case_file (id, region, number, stage, title, subject_unit, campaign_id, handler, opened_at, state, version, seq, head)
       values ($1, $2, $1::uuid::text, 'filing', '线索', $3, $4, $5, $6, $7, 1, 0, '')`,
      [
        ...[id, region, of ? unit(of) : null, CAMPAIGN, account, `2026-${opened}T04:00:00Z`],
        JSON.stringify({ source, subject: { kind: subject }, transfers, ...decisionOf(steps) }),
      ],
    );
    for (const [day, kind, data] of steps) {
      const at = await record(id, region, [day, kind, data ?? {}]);
      if (kind !== 'paymentRecorded') continue;
      const { ledger, amount } = data as { ledger: string; amount: number };
      await owner.query(
        `insert into money_entry (case_id, seq, ledger, region, amount, paid_on, voucher) values ($1, $2, $3, $4, $5, $6, '1')`,
        [id, at, ledger, region, amount, `2026-${day}`],
      );
    }
  };
  const decided = (day: string, refunded: number, fined: number): Step => [
    ...([day, 'decisionIssued'] as const),
    { stage: 'service', refund: { $fen: String(refunded) }, fine: { $fen: String(fined) } },
  ];
  const filed = (day: string): Step => [day, 'filingApproved', { stage: 'investigation' }];
  await open({ of: 'c1', transfers: [{ id: 't1', to: 'police' }] }, [
    ...[['01-10', 'leadOpened'] as const, filed('01-20'), decided('02-20', 100_000, 300_000)],
    ['02-25', 'transferDelivered', { transfer: 't1' }],
    ['03-01', 'paymentRecorded', { ledger: 'refund', amount: 70_000, stage: 'execution' }],
    ['03-02', 'paymentRecorded', { ledger: 'fine', amount: 5_000 }],
  ]);
  await open({ of: 'h2', source: 'inspection', transfers: [{ id: 't2', to: 'discipline' }] }, [
    ...[['02-05', 'leadOpened'] as const, filed('02-15')],
    ['03-01', 'transferDelivered', { transfer: 't2' }],
  ]);
  await open({ subject: 'individual' }, [
    ['01-15', 'leadOpened'],
    ['02-10', 'leadRejected', { stage: 'notFiled' }],
  ]);
  await open({ of: 'c1', subject: 'individual' }, [
    ...[['02-20', 'leadOpened'] as const, filed('02-25'), decided('03-01', 500, 0)],
    ['03-20', 'caseReopened', { stage: 'investigation' }],
  ]);
  await open({ of: 'h1' }, [
    ...[['02-10', 'leadOpened'] as const, filed('02-20'), decided('03-05', 2_000, 0)],
    ['03-25', 'caseStruckOff', { stage: 'struckOff' }],
  ]);
  const visited = (key: Unit, day: string) =>
    owner.query(
      `insert into visit (id, campaign_id, unit_id, region, status, version, kind, methods, chosen, day, team, departments, salt, checklist,
         pledges, noticed_at, arrived_at, finished_at, record_hash, addenda, planned_by, planned_at)
       values (gen_random_uuid(), $1, $2, $3, 'finished', 1, 'first', '{onSite}', 'coverage', $4, array[$5, $5]::uuid[], '{}', '', '{}', '[]',
         $6, $6, $6, '', '[]', $5, $6)`,
      [CAMPAIGN, unit(key), regionOf(key), `2026-${day}`, account, `2026-${day}T04:00:00Z`],
    );
  for (const [key, day] of [
    ['c1', '02-11'],
    ['c1', '03-11'],
    ['ph1', '03-12'],
  ] as const)
    await visited(key, day);

  const told = (status: string, publications: readonly object[], withdrawal?: object) =>
    owner.query(
      `insert into typical_case (id, problem_id, campaign_id, region, status, version, mode, title, text, hidden, drafted_by, drafted_at,
         approved_by, publications, withdrawal)
       values (gen_random_uuid(), (select id from problem limit 1), $1, $2, $3, 1, 'masked', '案例', '案情', '[]', $4, '2026-02-01', $4, $5, $6)`,
      [...[CAMPAIGN, installed.region('990001'), status, account], JSON.stringify(publications), withdrawal ?? null],
    );
  await told('published', [{ on: '2026-03-05' }, { on: '2026-02-20' }]);
  await told('withdrawn', [{ on: '2026-02-20' }], { on: '2026-03-01' });
  await told('approved', []);
  return { units: UNITS.map(([key]) => unit(key)) };
}

/** The rows say what the record says. */
const statusAfter = (steps: readonly Step[]): string =>
  steps.reduce(
    (status, [, kind]) =>
      ({
        ...{ problemRectified: 'reported', problemStruckOff: 'struckOff' },
        ...{ problemReturned: 'returned', problemRechecked: 'returned' },
      })[kind] ?? status,
    'open',
  );
const refundsOf = (steps: readonly Step[]) =>
  steps
    .filter(([, kind]) => kind === 'problemRefunded')
    .map(([day, , data]) => ({ ...data, recordedAt: `2026-${day}T04:00:00.000Z` }));
const decisionOf = (steps: readonly Step[]) => {
  const last = steps.findLast(([, kind]) => kind === 'decisionIssued' || kind === 'caseReopened');
  return last?.[1] === 'decisionIssued' ? { decision: { decidedAt: `2026-${last[0]}T04:00:00.000Z` } } : {};
};

interface CaseSeed {
  readonly of?: Unit;
  readonly subject?: string;
  readonly source?: string;
  readonly transfers?: object[];
}
