import {
  CASE_ACTS,
  CASE_MATTERS,
  type CampaignFile,
  type CaseFile,
  type CaseMatter,
  ENDED,
  type Person,
  REWARD_MATTER,
  TRANSFER_MATTER,
  mattersFor,
  may,
  selvesOf,
} from '@fundguard/domain';
import { type Database } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type PageQuery, page } from '../http/page.js';
import { DATABASE } from '../ports.js';

interface Row {
  readonly id: string;
  readonly kind: CaseMatter | 'transfer' | 'reward' | 'campaign';
  readonly file: string;
  readonly due: Date | null;
  readonly total: number;
  readonly case: CaseFile | null;
  readonly campaign: CampaignFile | null;
}

/** A campaign wants its approval before the day it begins. */
const WAITING = `
  select c.id, c.stage as kind, c.id as file,
    (select min((k ->> 'due')::timestamptz) from jsonb_array_elements(c.state -> 'clocks') k where k ->> 'clock' = m.clock) as due
  from case_file c join unnest($1::text[], $2::text[]) m (stage, clock) on m.stage = c.stage
  where c.stage <> 'closure' or c.state ? 'strikeOffRequestedBy'
  union all
  select (t ->> 'id')::uuid, 'transfer', c.id,
    (select min((k ->> 'due')::timestamptz) from jsonb_array_elements(c.state -> 'clocks') k where k ->> 'clock' = $3 and k ->> 'of' = t ->> 'id')
  from case_file c, jsonb_array_elements(c.state -> 'transfers') t
  where $4 and c.stage <> all($5) and t ->> 'status' = 'proposed'
  union all
  select (r ->> 'id')::uuid, 'reward', c.id, null::timestamptz
  from case_file c, jsonb_array_elements(c.state -> 'rewards') r
  where $4 and c.stage = any($7) and r ->> 'status' = 'proposed'
  union all
  select c.id, 'campaign', c.id, c.start_on::timestamp at time zone 'Asia/Shanghai'
  from campaign c where $6 and c.status = 'draft'`;

/** What waits for somebody's decision in their own region, the earliest deadline first. */
@Injectable()
export class ApprovalReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async waitingFor(me: Person, { after, limit }: PageQuery) {
    const [dueAfter, idAfter] = after?.split('_') ?? [];
    const stages = mattersFor(me);
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Row>({
        text: `select w.*, c.state as case, g.state as campaign
               from (select *, count(*) over () as total from (${WAITING}) each) w
                 left join case_file c on c.id = w.file left join campaign g on g.id = w.file
               where $8::timestamptz is null or (coalesce(w.due, 'infinity'), w.id) > ($8, $9::uuid)
               order by coalesce(w.due, 'infinity'), w.id limit $10`,
        values: [
          stages,
          stages.map((stage) => limitOf(stage)),
          TRANSFER_MATTER.clock,
          may(me, 'case.approve'),
          ENDED,
          may(me, 'campaign.approve'),
          REWARDED,
          dueAfter ?? null,
          idAfter ?? null,
          limit + 1,
        ],
      }),
    );
    const { items, next } = page(rows, limit, ({ due, id }) => `${due?.toISOString() ?? 'infinity'}_${id}`);
    return { items: items.map((row) => lineOf(row, me)), next, total: rows[0]?.total ?? 0 };
  }
}

const REWARDED = CASE_ACTS.approveReward.stages;

const limitOf = (stage: CaseMatter): string | null => {
  const matter = CASE_MATTERS[stage];
  return 'clock' in matter ? matter.clock : null;
};

const NO_MONEY = { refund: null, fine: null, reward: null };

/** The act that is asked for, and who brought it. */
function matterOf(kind: Row['kind'], id: string, file: CaseFile) {
  if (kind === 'reward') {
    const reward = file.rewards?.find((each) => each.id === id);
    return { act: REWARD_MATTER.act, makers: reward ? REWARD_MATTER.makers(reward) : [] };
  }
  if (kind === 'transfer' || kind === 'campaign') {
    const transfer = file.transfers.find((each) => each.id === id);
    return { act: TRANSFER_MATTER.act, makers: transfer ? TRANSFER_MATTER.makers(transfer) : [] };
  }
  return { act: CASE_MATTERS[kind].act, makers: CASE_MATTERS[kind].makers(file) };
}

/** What is at stake: a reward by itself, else refund and fine of the proposed penalty. */
function moneyOf(kind: Row['kind'], id: string, { rewards, proposal }: CaseFile) {
  if (kind === 'reward') return { reward: rewards?.find((each) => each.id === id)?.amount ?? null };
  const { refund = null, fine = null } = proposal?.penalty ?? {};
  return { refund, fine };
}

function lineOf({ id, kind, file, due, case: found, campaign }: Row, me: Person) {
  const common = { id, kind, file, due: due?.toISOString() ?? null };
  if (campaign) {
    const { name, region, draftedBy } = campaign;
    const own = selvesOf(me).includes(draftedBy);
    return {
      ...common,
      ...{ act: 'approveCampaign', number: null, title: name, subject: null, region, own },
      ...NO_MONEY,
    };
  }
  const { number, title, subject, region } = found as CaseFile;
  const { act, makers } = matterOf(kind, id, found as CaseFile);
  const own = selvesOf(me).some((each) => makers.includes(each));
  const money = { ...NO_MONEY, ...moneyOf(kind, id, found as CaseFile) };
  return { ...common, act, number, title, subject: subject.name, region, ...money, own };
}
