import { randomBytes } from 'node:crypto';
import {
  type Checklist,
  type Context,
  type Day,
  type DrawList,
  type DrawResult,
  PERMISSIONS,
  type PlannedVisit,
  Refusal,
  type RegionPath,
  VISIT_ACTS,
  type Visit,
  type VisitActName,
  type VisitPlan,
  checklistFor,
  crossOver,
  drawnAs,
  inspectorNotices,
  layVisits,
  maySee,
  pinned,
  planVisit,
  sealOf,
  seedOf,
  visitNotices,
  within,
} from '@fundguard/domain';
import {
  type DrawRow,
  EVERYWHERE,
  type StoredVisit,
  type Tx,
  addVisits,
  drawById,
  inspectedBy,
  inspectorsAmong,
  lockCampaign,
  membersById,
  notify,
  saveVisit,
  unitsToVisit,
  visitById,
} from '@fundguard/persistence';
import { type ByPerson, type CampaignLock, actBeside, lockBeside } from '../campaign/beside.js';
import { drawOf } from '../campaign/draws.js';
import { type Answer, machineCommandId, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';

const SALT_BYTES = 32;

/** 安排检查: one visit, many, or all that a draw gave to its teams. The record learns of hashes only. */
export const planVisits = (platform: Platform, plan: VisitPlan, command: ByPerson): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'planVisits', id: command.id, payload: plan, region: EVERYWHERE },
    async lock(tx) {
      const file = await lockCampaign(tx, plan.campaign, command.id);
      if (!file || !within(file.state.region, command.actor.region)) throw notFound('campaign');
      return { file, row: undefined };
    },
    async work({ tx, file: { state }, context }) {
      const wanted = plan.fromDraw ? await drawnVisits(tx, plan, context) : plan.visits;
      await requireInspectors(tx, wanted, state.region);
      const unitOf = await visitable(tx, platform, plan, wanted);
      const visits = wanted.map((visit, index) => {
        const salt = randomBytes(SALT_BYTES).toString('hex');
        return planVisit({ id: visitId(command.id, index), salt, plan, visit }, unitOf(visit.unit), context);
      });
      await addVisits(tx, visits, command.actor.account, context.now);
      const told = new Map(
        visits
          .flatMap((each) => inspectorNotices(each, state.name, '有新的现场检查任务', 'there is an inspection for you'))
          .map((each) => [each.to, each]),
      );
      await notify(
        tx,
        [...told.values()].map((each) => ({
          ...each,
          ...{ fileId: state.id, cause: `visits:${command.id}`, region: state.region, at: context.now },
        })),
      );
      const { kind, chosen, fromDraw } = plan;
      const seals = visits.map((visit) => ({ visit: visit.id, seal: sealOf(visit) }));
      return {
        ...{ id: visits[0]?.id ?? command.id, version: 1, status: 'planned', kind: 'visitsPlanned' },
        data: {
          kind,
          chosen,
          ...(fromDraw ? { draw: fromDraw.draw } : {}),
          ...(fromDraw?.groupsOf ? { groupsOf: fromDraw.groupsOf } : {}),
          visits: seals,
        },
      };
    },
  });

const visitId = (command: string, index: number): string => machineCommandId('visit', command, index);

/** One act on a visit, and its entry on the campaign's record. */
export const actOnVisit = (
  platform: Platform,
  id: string,
  name: VisitActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: EVERYWHERE },
    lock: (tx) => lockVisit(tx, id, command),
    stands: (_tx, { visit: { version, status } }) => ({ version, status }),
    async work({ tx, file: { state }, row: { visit }, context }) {
      const { changes, kind, data } = VISIT_ACTS[name].decide(visit, payload as never, context);
      const after: Visit = { ...visit, ...changes, version: visit.version + 1 };
      if (changes.thirdParties) await requireContracted(tx, after, state.region);
      if (changes.team) await requireInspectors(tx, [after], state.region);
      await saveVisit(tx, after);
      await notify(
        tx,
        visitNotices(kind, { before: visit, after }, state.name).map((each) => ({
          ...each,
          ...{ fileId: state.id, cause: `visit:${id}:${after.version}`, region: after.region, at: context.now },
        })),
      );
      return { version: after.version, status: after.status, kind, data: { visit: id, ...data } };
    },
  });

/** The campaign first, the visit after it; whoever may not know of the visit finds none. */
export async function lockVisit(
  tx: Tx,
  id: string,
  command: ByPerson,
): Promise<{ file: CampaignLock; row: StoredVisit }> {
  return lockBeside(tx, command, {
    ...{ table: 'visit', id, noun: 'visit', lockRow: (of: Tx, visit: string) => visitById(of, visit, true) },
    isReached: (row) => maySee(row.visit, row.campaignRegion, command.actor),
  });
}

async function drawnVisits(tx: Tx, { campaign, fromDraw }: VisitPlan, { calendar }: Context): Promise<PlannedVisit[]> {
  const draw = fromDraw && (await drawById(tx, fromDraw.draw));
  if (!draw?.result || draw.campaign !== campaign || draw.status === 'cancelled') throw unknown('draw');
  const areas = new Map(draw.list.candidates.map(({ id, area = '' }) => [id, area]));
  const start = fromDraw?.start as Day;
  const result = fromDraw?.groupsOf ? await changedOver(tx, draw, fromDraw.groupsOf) : draw.result;
  const laid = layVisits(result, { start, perDay: fromDraw?.perDay ?? 1 }, (unit) => areas.get(unit) ?? '', calendar);
  if (laid.length === 0 || laid.length < draw.result.drawn.length) throw withoutTeam();
  if (!laid.every(({ unit, team }) => [unit, ...team].every((each) => UUID.test(each)))) throw unknown('draw');
  return laid;
}

/** 交叉执行: by what was inspected in this campaign so far. A draw that drew groups of its own has them. */
async function changedOver(tx: Tx, row: DrawRow, earlier: string): Promise<DrawResult> {
  const { list, result, secret, listHash, witness } = drawOf(row);
  const before = await drawById(tx, earlier);
  if (!result || !witness || list.teams) throw ownGroups();
  if (!before?.result || before.campaign !== row.campaign || before.status === 'cancelled' || earlier === row.id)
    throw unknown('draw');
  const { teams } = before.result;
  if (teams.length === 0) throw unknown('draw');
  return crossOver(
    list,
    seedOf(secret, listHash, witness),
    result,
    { list: await withEmployers(tx, before.list, list.candidates), teams },
    await inspectedBy(tx, row.campaign),
  );
}

/** Experts of the pool stay away from whom they work for in what is drawn later, too. */
async function withEmployers(tx: Tx, list: DrawList, candidates: DrawList['candidates']): Promise<DrawList> {
  const ids = list.experts.map(({ id }) => id).filter((id) => UUID.test(id));
  const members = new Map((await membersById(tx, ids)).map((each) => [each.id, each]));
  const experts = list.experts.map((each) => {
    const member = members.get(each.id);
    return member ? drawnAs(member, candidates, each.avoids) : each;
  });
  return { ...list, experts };
}

/** 合同期内的第三方人员, of the campaign's region or one above it. */
async function requireContracted(tx: Tx, { thirdParties, day }: Visit, region: RegionPath): Promise<void> {
  const last = thirdParties.at(-1);
  const [member] = last ? await membersById(tx, [last.member]) : [];
  const isOurs = member && within(region, member.region);
  const covers = member?.kind === 'thirdParty' && member.from <= day && (!member.until || day <= member.until);
  if (!isOurs || !covers) throw notContracted();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function requireInspectors(
  tx: Tx,
  visits: readonly { readonly unit: string; readonly team: readonly string[] }[],
  region: RegionPath,
): Promise<void> {
  const all = [...new Set(visits.flatMap(({ team }) => team))];
  const known = await inspectorsAmong(tx, all, PERMISSIONS['visit.inspect'], region);
  if (known.length < all.length) throw unknown('inspectors');
  for (const { unit, team } of visits) {
    const own = known.find((each) => each.unit === unit && team.includes(each.id));
    if (own) throw ownUnit(own.name);
  }
}

/** Every unit takes part, is not waiting for a visit already, and has a checklist. */
async function visitable(tx: Tx, { rules }: Platform, plan: VisitPlan, wanted: readonly PlannedVisit[]) {
  const units = await unitsToVisit(tx, plan.campaign, [...new Set(wanted.map(({ unit }) => unit))]);
  const byId = new Map<string, (typeof units)[number]>(units.map((each) => [each.id, each]));
  if (byId.size < wanted.length) throw unknown('unit');
  const planned = units.filter(({ isPlanned }) => isPlanned);
  if (planned.length > 0) throw alreadyPlanned(planned.map(({ name }) => name));
  return (id: string): { region: RegionPath; checklist: Checklist } => {
    const unit = byId.get(id);
    const list =
      unit &&
      (plan.checklist
        ? rules.checklists.find((each) => each.id === plan.checklist)
        : checklistFor(rules.checklists, unit));
    if (!unit || !list) throw unknown('checklist');
    return { region: unit.region, checklist: pinned(list, unit) };
  };
}

const withoutTeam = () =>
  new Refusal(
    'invalid',
    'visit.draw-without-team',
    {
      zh: '抽取结果中有对象没有检查组（未抽取检查人员，或检查人员均须回避）',
      en: 'something drawn has no team: no inspectors were drawn, or all of them have a conflict',
    },
    { field: 'fromDraw' },
  );
const ownGroups = () =>
  new Refusal(
    'invalid',
    'visit.own-groups',
    { zh: '该次抽取已抽取检查组，不能沿用其他检查组', en: 'this draw drew groups of its own, and they go' },
    { field: 'fromDraw' },
  );
const notContracted = () =>
  new Refusal(
    'invalid',
    'visit.not-contracted',
    {
      zh: '须为检查当日在合同期内的第三方人员',
      en: 'a third party whose contract covers the day of the visit is wanted',
    },
    { field: 'member' },
  );
const ownUnit = (name: string) =>
  new Refusal(
    'invalid',
    'visit.own-unit',
    { zh: `${name} 是被检查单位的人员，须回避`, en: `${name} is of the unit itself and stays away` },
    { field: 'team' },
  );
const alreadyPlanned = (names: readonly string[]) =>
  new Refusal(
    'conflict',
    'visit.already-planned',
    {
      zh: `已安排检查且尚未完成：${names.slice(0, 10).join('、')}`,
      en: `a visit is planned already and not finished: ${names.slice(0, 10).join(', ')}`,
    },
    { field: 'visits' },
  );
