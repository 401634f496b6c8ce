import {
  type Appointment,
  type Group,
  type GroupKind,
  type Instant,
  type PlanContent,
  planGroups,
  seatsOf,
} from '@fundguard/domain';
import type { Tx } from './database.js';

/** Without what is not there: the file has no null. */
const APPOINTMENT = `jsonb_strip_nulls(jsonb_build_object('id', id, 'campaign', campaign_id, 'version', version, 'status', status,
  'group', group_key, 'seat', seat, 'account', account_id, 'name', name, 'employer', employer, 'post', post, 'phone', phone,
  'from', from_day, 'until', until_day, 'endedBecause', ended_because, 'appointedBy', appointed_by)) as appointment`;

interface AddedGroup {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly area: string | null;
  readonly duties: string | null;
}

/** The groups of the campaign's plan as it was pinned, and after them those that were added. */
export async function groupsOf(tx: Tx, campaign: string): Promise<Group[]> {
  const [pinned] = await tx.query<{ content: PlanContent | null }>({
    text: `select plan -> 'content' as content from campaign where id = $1`,
    values: [campaign],
  });
  const added = await tx.query<AddedGroup>({
    text: 'select id, kind, name, area, duties from campaign_group where campaign_id = $1 order by added_at, id',
    values: [campaign],
  });
  return [
    ...planGroups(pinned?.content ?? undefined),
    ...added.map(({ id, kind, name, area, duties }) => ({
      ...{ id, kind, name: { zh: name, en: name }, ofPlan: false, seats: seatsOf({}) },
      ...{ duties: duties ? [duties] : [], ...(area ? { area } : {}) },
    })),
  ];
}

/** Everybody who sits or sat in a group of the campaign, in the order they came. */
export async function appointmentsOf(tx: Tx, campaign: string, group: string | null = null): Promise<Appointment[]> {
  const rows = await tx.query<{ appointment: Appointment }>({
    text: `select ${APPOINTMENT} from appointment where campaign_id = $1 and ($2::text is null or group_key = $2)
           order by group_key, seat, from_day, id`,
    values: [campaign, group],
  });
  return rows.map(({ appointment }) => appointment);
}

/** Held for one act; another act on it waits. */
export async function lockAppointment(tx: Tx, id: string): Promise<Appointment | undefined> {
  const [row] = await tx.query<{ appointment: Appointment }>({
    text: `select ${APPOINTMENT} from appointment where id = $1 for no key update`,
    values: [id],
  });
  return row?.appointment;
}

/** The name of an account in use in a region or below it. */
export async function accountNamed(
  tx: Tx,
  account: string,
  region: string,
  roles?: readonly string[],
): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>({
    text: 'select name from account where id = $1 and starts_with(region, $2) and disabled_at is null and ($3::text[] is null or roles && $3)',
    values: [account, region, roles ?? null],
  });
  return row?.name;
}

export async function addGroup(
  tx: Tx,
  group: {
    readonly id: string;
    readonly campaign: string;
    readonly region: string;
    readonly kind: GroupKind;
    readonly name: string;
    readonly area?: string | undefined;
    readonly duties?: string | undefined;
  },
  at: Instant,
): Promise<void> {
  const { id, campaign, region, kind, name, area, duties } = group;
  await tx.query({
    text: `insert into campaign_group (id, campaign_id, region, kind, name, area, duties, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [id, campaign, region, kind, name, area ?? null, duties ?? null, at],
  });
}

export async function addAppointment(tx: Tx, appointment: Appointment, region: string): Promise<void> {
  const { id, campaign, group, seat, account, name, employer, post, phone, from, status, version, appointedBy } =
    appointment;
  await tx.query({
    text: `insert into appointment
             (id, campaign_id, region, group_key, seat, account_id, name, employer, post, phone, from_day, status, version, appointed_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      ...[id, campaign, region, group, seat, account ?? null, name],
      ...[employer ?? null, post ?? null, phone ?? null, from, status, version, appointedBy],
    ],
  });
}

/** A last day is all that is ever written into a row: who sat where stays to be read. */
export async function endAppointment(tx: Tx, appointment: Appointment): Promise<void> {
  const { id, status, version, until, endedBecause } = appointment;
  await tx.query({
    text: 'update appointment set status = $2, version = $3, until_day = $4, ended_because = $5 where id = $1',
    values: [id, status, version, until ?? null, endedBecause ?? null],
  });
}
