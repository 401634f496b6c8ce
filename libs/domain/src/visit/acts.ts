import { z } from 'zod';
import { canonicalJson } from '../canonical-json.js';
import { hashOf } from '../draw/lot.js';
import { type AccountId, type Person } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import {
  type Day,
  type Instant,
  dayOf,
  daysBetween,
  givenDay,
  givenInstant,
  instant,
  plusDays,
} from '../time/instant.js';
import { type Entry, answers } from './entry.js';
import { hours, sealOf, team, tooEarly } from './plan.js';
import { notInTeam, visitStatus } from './refusals.js';
import type { Visit, VisitFile } from './visit.js';

/** What an act makes of a visit, and what the campaign's record says of it. */
export interface VisitOutcome {
  readonly kind: string;
  readonly changes: Partial<Omit<Visit, 'id' | 'campaign' | 'unit' | 'version'>>;
  readonly data: Readonly<Record<string, unknown>>;
}

const act = rowAct<VisitFile, VisitOutcome>(visitStatus);

function requireMember({ team: members }: Visit, { account }: Person): void {
  if (!members.includes(account)) throw notInTeam();
}

/** 调整安排: another day, team or time; a notice that was given stays given. */
export const rescheduleVisit = act(
  'visit.plan',
  ['planned', 'noticed'],
  z.strictObject({ day: givenDay, hours: hours.exactOptional(), team: team.exactOptional(), reason }),
  (visit, { day: on, hours: window, team: members, reason: why }, { now }) => {
    if (on < dayOf(now)) throw tooEarly();
    const day = on as Day;
    const changes = {
      day,
      ...(window ? { hours: window } : {}),
      team: (members as AccountId[] | undefined) ?? visit.team,
      // As long before the new day as before the old one.
      ...(visit.noticeOn ? { noticeOn: plusDays(day, -daysBetween(visit.noticeOn, visit.day)) } : {}),
      ...(members ? { pledges: visit.pledges.filter(({ account }) => members.includes(account)) } : {}),
    };
    const after = { ...visit, ...changes };
    const told = visit.noticedAt ? { unit: visit.unit, day } : { seal: sealOf(after) };
    return { kind: 'visitRescheduled', changes, data: { ...told, reason: why } };
  },
);

const revealed = ({ unit, day, salt, team: members }: Visit) => ({ unit, day, salt, team: members });

/** 检查通知: from its day on; from then the unit knows. */
export const giveNotice = act('visit.plan', ['planned'], z.strictObject({}), (visit, _payload, { now }) => {
  if (!visit.noticeOn) throw onArrival();
  if (dayOf(now) < visit.noticeOn) throw noticeTooEarly(visit.noticeOn);
  return { kind: 'visitNoticed', changes: { status: 'noticed', noticedAt: now }, data: revealed(visit) };
});

/** 廉政承诺、回避声明 (R-ACC-07): who declares a conflict stays away, and the team is filled up by whoever planned. */
export const pledgeDiscipline = act(
  'visit.inspect',
  ['planned', 'noticed'],
  z.strictObject({
    discipline: z.boolean().meta({ description: 'I keep the discipline of inspections, and do not tell of them' }),
    conflict: z.boolean().meta({ description: 'I have an interest in this unit' }),
    note: text(1_000).exactOptional(),
  }),
  (visit, { discipline, conflict, note }, { actor, now }) => {
    requireMember(visit, actor);
    if (!discipline) throw unpledged();
    if (conflict && !note) throw withoutReason();
    const pledge = { account: actor.account, conflict, at: now, ...(note ? { note } : {}) };
    const others = visit.pledges.filter(({ account }) => account !== actor.account);
    return {
      kind: 'visitPledged',
      changes: { pledges: [...others, pledge] },
      data: { account: actor.account, conflict },
    };
  },
);

/** 到达现场: shown to a unit that was not told before, it is the notice. */
export const arriveAtVisit = act(
  'visit.inspect',
  ['planned', 'noticed'],
  z.strictObject({
    arrivedAt: givenInstant.exactOptional().meta({ description: 'By the phone’s clock, where it had no connection' }),
  }),
  (visit, { arrivedAt: claimed }, { actor, now }) => {
    requireMember(visit, actor);
    const arrivedAt = notAfter(claimed, now);
    if (dayOf(arrivedAt) < visit.day) throw notYet(visit.day);
    if (visit.noticeOn && visit.status === 'planned') throw noticeFirst();
    const free = visit.team.filter((each) => visit.pledges.some((p) => p.account === each && !p.conflict));
    if (free.length < 2 || !free.includes(actor.account)) throw pledgesFirst();
    return {
      kind: 'visitArrived',
      changes: { status: 'arrived', arrivedAt, noticedAt: visit.noticedAt ?? arrivedAt },
      data: { ...revealed(visit), arrivedAt },
    };
  },
);

/** A phone whose clock runs ahead does not record the future. */
const notAfter = (claimed: string | undefined, now: Instant): Instant => {
  const given = claimed && instant(claimed);
  return given && given < now ? given : now;
};

/** 结束检查: every line asked, the record signed after its last word; from here on it is only added to. */
export const finishVisit = act(
  'visit.inspect',
  ['arrived'],
  z.strictObject({
    report: text(20_000).meta({ description: '书面报告: what was done and what was found (R-INSP-19)' }),
  }),
  (visit, { report }, { actor, now }) => {
    requireMember(visit, actor);
    const { entries, checklist } = visit;
    const standing = answers(entries);
    const open = checklist.lines.filter(({ id }) => !standing.has(id));
    if (open.length > 0) throw unanswered(open.length);
    requireSigned(visit);
    const recordHash = recordHashOf(entries);
    const problems = [...standing.values()].filter(({ content }) => content.result === 'problem');
    return {
      kind: 'visitFinished',
      changes: { status: 'finished', finishedAt: now, report, recordHash },
      data: { unit: visit.unit, recordHash, entries: entries.length, problems: problems.length },
    };
  },
);

/** 补充说明 to a record that is closed. */
export const amendVisit = act(
  'visit.inspect',
  ['finished'],
  z.strictObject({ text: text(20_000), reason }),
  (visit, given, { actor, now }) => {
    requireMember(visit, actor);
    const addendum = { ...given, by: actor.account, at: now };
    return {
      kind: 'visitAmended',
      changes: { addenda: [...visit.addenda, addendum] },
      data: { unit: visit.unit, reason: given.reason },
    };
  },
);

/** 第三方力量的参与和结果, while the team is there and afterwards; who it may be is looked up in the pool. */
export const recordThirdParty = act(
  'visit.inspect',
  ['arrived', 'finished'],
  z.strictObject({
    member: z.uuid().meta({ description: 'Somebody of the pool, whose contract covers the day' }),
    part: text(1_000).meta({ description: 'What they did' }),
    result: text(5_000),
  }),
  (visit, given, { actor, now }) => {
    requireMember(visit, actor);
    const part = { ...given, by: actor.account, at: now };
    return {
      kind: 'thirdPartyRecorded',
      changes: { thirdParties: [...visit.thirdParties, part] },
      data: { unit: visit.unit, member: given.member, part: given.part },
    };
  },
);

/** 取消检查. */
export const cancelVisit = act(
  'visit.plan',
  ['planned', 'noticed'],
  z.strictObject({ reason }),
  (visit, { reason: why }) => ({
    kind: 'visitCancelled',
    changes: { status: 'cancelled' },
    data: { ...(visit.noticedAt ? { unit: visit.unit } : {}), reason: why },
  }),
);

export const VISIT_ACTS = {
  rescheduleVisit,
  giveNotice,
  pledgeDiscipline,
  arriveAtVisit,
  finishVisit,
  amendVisit,
  recordThirdParty,
  cancelVisit,
} as const;
export type VisitActName = keyof typeof VISIT_ACTS;

/** SHA-256 over everything that was recorded, in its order. */
export const recordHashOf = (entries: readonly Entry[]): string => hashOf(canonicalJson(entries));

/** Two inspectors and the unit, or a witness that it would not; all of them after the last thing that was recorded. */
function requireSigned({ entries, team: members }: VisitFile): void {
  const last = entries.findLastIndex(({ content }) => content.kind !== 'signature');
  const signed = entries.slice(last + 1).flatMap(({ content }) => (content.kind === 'signature' ? [content] : []));
  const inspectors = new Set(signed.flatMap(({ as, account }) => (as === 'inspector' && account ? [account] : [])));
  const byUnit = signed.filter(({ as }) => as === 'unit');
  const agreed = byUnit.some(({ refusal }) => !refusal);
  const witnessed = byUnit.length > 0 && signed.some(({ as }) => as === 'witness');
  const enough = [...inspectors].filter((each) => (members as readonly string[]).includes(each)).length >= 2;
  if (enough && (agreed || witnessed)) return;
  throw unsigned();
}

const unpledged = () =>
  new Refusal(
    'invalid',
    'visit.unpledged',
    { zh: '须作出廉政承诺', en: 'the discipline is pledged, or one does not inspect' },
    { field: 'discipline' },
  );
const withoutReason = () =>
  new Refusal(
    'invalid',
    'visit.conflict-unexplained',
    { zh: '须说明回避事由', en: 'say what the interest is' },
    { field: 'note' },
  );
const onArrival = () =>
  new Refusal('conflict', 'visit.told-on-arrival', {
    zh: '突击检查不事先通知，到达即告知',
    en: 'this unit is told by the team’s arrival',
  });
const noticeTooEarly = (day: Day) =>
  new Refusal('conflict', 'visit.notice-too-early', {
    zh: `${day} 起方可通知`,
    en: `the unit may be told from ${day} on`,
  });
const noticeFirst = () =>
  new Refusal('conflict', 'visit.notice-first', {
    zh: '尚未通知被检查单位',
    en: 'the unit was not told of this visit yet',
  });
const notYet = (day: Day) =>
  new Refusal('conflict', 'visit.not-yet', { zh: `检查安排在 ${day}`, en: `the visit is planned for ${day}` });
const pledgesFirst = () =>
  new Refusal('conflict', 'visit.pledges-first', {
    zh: '须有至少两名检查人员（含本人）作出廉政承诺且无需回避',
    en: 'two inspectors at least, the one who arrives among them, pledge discipline and have no conflict first',
  });
const unanswered = (count: number) =>
  new Refusal('conflict', 'visit.unanswered', {
    zh: `还有 ${count} 项未检查`,
    en: `${count} lines of the checklist are not answered`,
  });
const unsigned = () =>
  new Refusal('conflict', 'visit.unsigned', {
    zh: '须由两名检查人员和被检查单位在最后一次记录之后签名；拒签的须注明并由见证人签名',
    en: 'two inspectors and the unit sign after the last thing recorded; where it refuses, that is noted and a witness signs',
  });
