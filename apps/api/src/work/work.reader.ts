import { dimensionsOf, mayKnow, notFound } from '@fundguard/casework';
import {
  type Person,
  WORK_ACTS,
  WORK_KINDS,
  WORK_KIND_NAMES,
  WORK_RULES,
  type WorkContent,
  type WorkRecord,
  may,
  mayWriteWork,
} from '@fundguard/domain';
import { type Database, EVERYWHERE, audience, audienceOf, workById, workFilesOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CampaignReader, unitOf } from '../campaign/campaign.reader.js';
import { offersFor } from '../http/offers.js';
import { page } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { WORK_ROUTES } from './work.routes.js';
import type { reachQuery, workQuery, workView } from './work.views.js';

type Named = { readonly id: string; readonly name: string };
interface Line extends Omit<WorkRecord, 'enteredBy' | 'content' | 'plannedOn' | 'heldOn' | 'note'> {
  readonly plannedOn: string | null;
  readonly heldOn: string | null;
  readonly note: string | null;
  readonly content: WorkContent;
  readonly author: WorkRecord['enteredBy'];
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly accounts: readonly Named[];
  readonly draw: Named | null;
  readonly visits: readonly (Named & { readonly day: string })[];
  readonly typicalCase: Named | null;
  readonly files: readonly (Named & { readonly bytes: number })[];
  readonly units: number;
  readonly reached: number;
  readonly confirmed: number;
  readonly reachedOn: string | null;
  readonly confirmedAt: string | null;
  readonly inCharge: boolean;
  readonly cursor: string;
}

const DAY = 'coalesce(w.held_on, w.planned_on)';
const NAMED = (id: string, name: string) => `jsonb_build_object('id', ${id}, 'name', ${name})`;
const PARTICIPANTS = `coalesce((select jsonb_agg(${NAMED('c.id', 'c.name')} order by c.name) from account c
  where c.id::text in (select jsonb_array_elements_text(w.content -> 'accounts'))), '[]')`;
const DRAW = `(select ${NAMED('d.id', 'd.name')} from draw d where d.id = (w.content ->> 'draw')::uuid)`;
const VISITS = `coalesce((select jsonb_agg(${NAMED('v.id', 'u.name')} || jsonb_build_object('day', v.day) order by v.day, u.name)
  from visit v join unit u on u.id = v.unit_id where v.id::text in (select jsonb_array_elements_text(w.content -> 'visits'))), '[]')`;
const TYPICAL = `(select ${NAMED('t.id', 't.title')} from typical_case t where t.id = (w.content ->> 'typicalCase')::uuid)`;

const FILES = `coalesce((select jsonb_agg(${NAMED('f.id', 'f.name')} || jsonb_build_object('bytes', f.bytes) order by f.at, f.id)
  from work_file f where f.record_id = w.id), '[]')`;

/** `$1` is the region of whoever asks, `$2` the unit they speak for. */
const SELECT = `select w.id, w.campaign_id as campaign, w.status, w.version, w.kind, w.title, w.planned_on as "plannedOn", w.held_on as "heldOn",
  w.content, w.everyone, w.follow_ups as "followUps", w.note, w.entered_by as author, a.name as "enteredBy", w.entered_at as "enteredAt",
  ${PARTICIPANTS} as accounts, ${DRAW} as draw, ${VISITS} as visits, ${TYPICAL} as "typicalCase", r.units, r.reached, r.confirmed,
  ${FILES} as files, r."reachedOn", r."confirmedAt", starts_with(w.region, $1) as "inCharge", ${DAY}::text as cursor
  from work_record w join account a on a.id = w.entered_by
  cross join lateral (select count(*)::int as units, count(b.reached_on)::int as reached, count(b.confirmed_at)::int as confirmed,
    max(b.reached_on) as "reachedOn", max(b.confirmed_at) as "confirmedAt" ${audience('$1', '$2')}) r
  where (starts_with(w.region, $1) and $2::uuid is null or r.units > 0 and w.status = 'held')`;

/** 工作纪实 as people read it: a unit, and a region below the campaign's, the briefings that are for them; whoever leads it all. */
@Injectable()
export class WorkReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  async list(me: Person, { campaign, kind, status, unreached, after, limit }: z.output<typeof workQuery>) {
    await this.campaigns.file(me, campaign);
    const [day, id] = after?.split('_') ?? [];
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<Line>({
        text: `${SELECT} and w.campaign_id = $3 and ($4::text is null or w.kind = $4) and ($5::text is null or w.status = $5)
                 and ($6::boolean is not true or w.status = 'held' and r.reached < r.units)
                 and ($7::date is null or (${DAY}, w.id) < ($7, $8::uuid))
               order by ${DAY} desc, w.id desc limit $9`,
        values: [
          ...[me.region, unitOf(me), campaign, kind ?? null, status ?? null, unreached ?? null],
          ...[day ?? null, id ?? null, limit + 1],
        ],
      }),
    );
    const lines = page(rows, limit, ({ cursor, id: last }) => `${cursor}_${last}`);
    return { ...lines, items: lines.items.map((row) => shown(row, me)) };
  }

  async one(me: Person, id: string) {
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<Line>({ text: `${SELECT} and w.id = $3`, values: [me.region, unitOf(me), id] }),
    );
    if (!row) throw notFound('work');
    return shown(row, me);
  }

  /** Whom a briefing is for, and whom it has reached (R-PUB-03). */
  async units(me: Person, id: string, { reached, after, limit }: z.output<typeof reachQuery>) {
    const rows = await this.db.within(EVERYWHERE, async (tx) => {
      const found = await workById(tx, id);
      if (!found || !(await mayKnow(tx, found, me))) throw notFound('work');
      const at = after?.lastIndexOf('_') ?? -1;
      const cursor = after && at >= 0 ? ([after.slice(0, at), after.slice(at + 1)] as const) : null;
      const seen = { region: me.region, unit: unitOf(me), reached: reached ?? null };
      return audienceOf(tx, id, seen, { after: cursor, limit: limit + 1 });
    });
    return page(rows, limit, ({ name, unit }) => `${name}_${unit}`);
  }

  async file(me: Person, id: string, file: string) {
    await this.one(me, id);
    const files = await this.db.within(EVERYWHERE, (tx) => workFilesOf(tx, id));
    const found = files.find((each) => each.id === file);
    if (!found) throw notFound('file');
    return found;
  }

  /** What each kind says, and what the plan has an acceptance judge. */
  async form(me: Person, campaign: string) {
    await this.campaigns.file(me, campaign);
    const dimensions = await this.db.within(EVERYWHERE, (tx) => dimensionsOf(tx, campaign));
    const kinds = WORK_KINDS.map((kind) => {
      const { group, own } = WORK_RULES[kind];
      return { kind, group, own: [...own], name: WORK_KIND_NAMES[kind] };
    });
    return { kinds, dimensions: [...dimensions] };
  }
}

function shown(
  { content, author, cursor: _cursor, inCharge, reachedOn, confirmedAt, ...row }: Line,
  me: Person,
): z.input<typeof workView> {
  const { accounts: _accounts, draw: _draw, visits: _visits, typicalCase: _typicalCase, others, ...told } = content;
  const isUnit = unitOf(me) !== null;
  const { plannedOn, heldOn, note, ...standing } = row;
  return {
    ...{ ...standing, ...TOLD_NOTHING, ...told, plannedOn, heldOn, note },
    ...(isUnit ? { preparation: null } : {}),
    accounts: [...row.accounts],
    visits: [...row.visits],
    files: [...row.files],
    followUps: row.followUps.map(({ department, what, on }) => ({ department, what, on })),
    others: [...others],
    verdicts: [...(told.verdicts ?? [])],
    receipt: isUnit ? { reachedOn, confirmedAt } : null,
    mayReach: row.kind === 'briefing' && row.status === 'held' && may(me, 'work.write'),
    mayAttach:
      !isUnit &&
      inCharge &&
      row.status !== 'cancelled' &&
      may(me, 'work.write') &&
      mayWriteWork({ enteredBy: author, content }, me),
    acts: !isUnit && inCharge && mayWriteWork({ enteredBy: author, content }, me) ? offersOf(row, me) : [],
  };
}

/** What is only done to some kinds is not offered for the others. */
const offersOf = (row: Pick<Line, 'kind' | 'status' | 'version'>, me: Person) =>
  offersFor(WORK_ROUTES, WORK_ACTS, row, me).filter(
    ({ act }) => act !== 'followUpWork' || row.kind === 'supervision' || row.kind === 'acceptance',
  );

const TOLD_NOTHING = {
  ...{ place: null, preparation: null, summary: null, channel: null, authority: null, checked: null, found: null },
  ...{ people: null, leads: null, cases: null, copies: null, hotline: null, link: null },
};
