import { z } from 'zod';
import { requireOther } from '../people/actor.js';
import type { ClosingItem } from '../closing/checklist.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type Instant, dayOf, daysBetween, givenInstant, instant } from '../time/instant.js';
import { campaignAct, campaignMachineAct } from './act.js';
import type { CampaignFile, PhaseState } from './file.js';
import { shiftPhases } from './shift.js';

/** 启动: what the plan demands becomes rows with due instants. Duties whose instant already passed are not created. */
export const launchCampaign = campaignAct(
  'campaign.coordinate',
  ['approved'],
  z.strictObject({}),
  (_file, _data, { now }) => ({
    kind: 'campaignLaunched',
    changes: { status: 'running', launchedAt: now },
  }),
);

/** 延期: moves one deadline, for all who share it or for one unit; a phase that ends then moves with it. */
export const moveDeadline = campaignAct(
  'campaign.coordinate',
  ['running'],
  z.strictObject({
    from: givenInstant.meta({ description: 'The deadline to move, as it stands' }),
    to: givenInstant,
    source: z.string().optional().meta({ description: 'Only this deliverable or report of the plan' }),
    unit: z.uuid().optional().meta({ description: 'Only this unit' }),
    reason,
  }),
  (file, data, { now }) => {
    const [from, to] = [instant(data.from), instant(data.to)];
    if (to <= now) throw inPast();
    if (to <= from) {
      throw new Refusal(
        'invalid',
        'deadline.not-later',
        { zh: '延期后的期限应晚于原期限', en: 'an extension ends later' },
        { field: 'to' },
      );
    }
    const whole = !data.unit && !data.source;
    const ending = whole ? file.phases.filter(({ end }) => end === from) : [];
    const phases = file.phases.map((phase) => (ending.includes(phase) ? prolong(phase, to) : phase));
    const end = whole && dayOf(to) > file.end ? { end: dayOf(to) } : {};
    return {
      kind: 'deadlineMoved',
      changes: ending.length > 0 ? { phases, ...end } : end,
      data: { ...data, from, to, phases: ending.map(({ id }) => id) },
    };
  },
);

/** 暂停: no reminder, no lateness while it lasts. */
export const pauseCampaign = campaignAct(
  'campaign.approve',
  ['running'],
  z.strictObject({ reason }),
  (_file, data, { now }) => ({
    kind: 'campaignPaused',
    changes: { status: 'paused', pausedAt: now },
    data,
  }),
);

/**
 * 恢复: deadlines that were still ahead when it paused move by the whole days it lasted; recurring reports keep their
 * weekday, and those that fell into the pause are waived.
 */
export const resumeCampaign = campaignAct(
  'campaign.approve',
  ['paused'],
  z.strictObject({ reason }),
  (file, data, { now }) => {
    const from = file.pausedAt ?? now;
    const days = daysBetween(dayOf(from), dayOf(now));
    return {
      kind: 'campaignResumed',
      changes: { ...shiftPhases(file, from, days), status: 'running' },
      clears: ['pausedAt'],
      data: { ...data, pausedAt: from, days },
    };
  },
);

/** 阶段收尾, before or after its date. */
export const closePhase = campaignAct(
  'campaign.coordinate',
  ['running'],
  z.strictObject({ phase: z.string(), note: text(5_000) }),
  (file, data) => {
    const phases = withStatus(file, data.phase, 'closed');
    if (file.phases.find(({ id }) => id === data.phase)?.status === 'closed') {
      throw new Refusal('conflict', 'phase.closed', { zh: '该阶段已经关闭', en: 'the phase is closed already' });
    }
    return { kind: 'phaseClosed', changes: { phases }, data };
  },
);

/** 总结. */
export const sumUpCampaign = campaignAct(
  'campaign.coordinate',
  ['running'],
  z.strictObject({ summary: text(100_000) }),
  (_file, data, { actor }) => ({
    kind: 'campaignSummedUp',
    changes: { status: 'summingUp', summary: data.summary, summedUpBy: actor.account },
    data,
  }),
);

/**
 * 结束. With something still owed, or missing of what the checklist requires, only with the leader's reason on record; what was
 * missing is kept with it (R-CAMP-39).
 */
export const closeCampaign = campaignAct(
  'campaign.approve',
  ['summingUp'],
  z.strictObject({ reason: reason.optional() }),
  (file, data, { actor, outstanding = 0, missing = [] }) => {
    requireOther(actor, file.summedUpBy);
    const required = missing.filter((item) => item.required && item.id !== 'obligations');
    if ((outstanding > 0 || required.length > 0) && !data.reason) throw unfinished(outstanding, required);
    return {
      kind: 'campaignClosed',
      changes: { status: 'closed' },
      data: {
        ...{ ...data, outstanding },
        ...(missing.length > 0 ? { missing: missing.map(({ id: item, open }) => ({ item, open })) } : {}),
      },
    };
  },
);

function unfinished(outstanding: number, missing: readonly ClosingItem[]): Refusal {
  const zh = [
    ...(outstanding > 0 ? [`尚有 ${outstanding} 项应报事项未完成`] : []),
    ...missing.map(({ name, open }) => `${name.zh} ${open} 项`),
  ];
  const en = [
    ...(outstanding > 0 ? [`${outstanding} obligations are not settled`] : []),
    ...missing.map(({ name, open }) => `${name.en}: ${open}`),
  ];
  return new Refusal(
    'conflict',
    'campaign.outstanding',
    {
      zh: `${zh.join('；')}；如确需结束，请写明理由`,
      en: `${en.join('; ')}; to close all the same, give the reason`,
    },
    { field: 'reason' },
  );
}

/** 终止. */
export const stopCampaign = campaignAct(
  'campaign.approve',
  ['draft', 'approved', 'running', 'paused', 'summingUp'],
  z.strictObject({ reason }),
  (_file, data) => ({ kind: 'campaignStopped', changes: { status: 'stopped' }, data }),
);

const unit = { unit: z.uuid() };

/** 增加参与单位: it owes what is still ahead. */
export const addUnit = campaignAct(
  'campaign.coordinate',
  ['running'],
  z.strictObject({ ...unit, reason }),
  (_file, data) => ({
    kind: 'unitAdded',
    changes: {},
    data,
  }),
);

/** 退出: what it still owes is waived. */
export const dropUnit = campaignAct(
  'campaign.coordinate',
  ['running'],
  z.strictObject({ ...unit, reason }),
  (_file, data) => ({
    kind: 'unitDropped',
    changes: {},
    data,
  }),
);

/** A phase begins or ends, or the nominal clock runs out: by the clock. A moment that moved is refused as stale. */
export const passMoment = campaignMachineAct(
  'machine',
  ['running', 'summingUp'],
  z.strictObject({
    moment: z.enum(['phaseStart', 'phaseEnd', 'nominalEnd']),
    phase: z.string().optional(),
    due: z.string(),
  }),
  (file, data, { now }) => {
    if (data.moment === 'nominalEnd') {
      if (file.nominalPassed || file.nominalEnd !== data.due || now < data.due) throw stale();
      return { kind: 'nominalEndReached', changes: { nominalPassed: true }, data };
    }
    const phase = file.phases.find(({ id }) => id === data.phase);
    const moment = data.moment === 'phaseStart' ? phase?.start : phase?.end;
    const expected: PhaseState['status'][] = data.moment === 'phaseStart' ? ['pending'] : ['pending', 'running'];
    if (!phase || moment !== data.due || now < data.due || !expected.includes(phase.status)) throw stale();
    return data.moment === 'phaseStart'
      ? { kind: 'phaseStarted', changes: { phases: withStatus(file, phase.id, 'running') }, data }
      : { kind: 'phaseEnded', changes: { phases: withStatus(file, phase.id, 'ended') }, data };
  },
);

/** A phase that had ended runs again. */
const prolong = (phase: PhaseState, end: Instant): PhaseState => ({
  ...phase,
  end,
  status: phase.status === 'ended' ? 'running' : phase.status,
});

function withStatus(file: CampaignFile, id: string, status: PhaseState['status']): readonly PhaseState[] {
  if (!file.phases.some((phase) => phase.id === id)) {
    throw new Refusal('invalid', 'phase.unknown', { zh: `没有阶段“${id}”`, en: `no phase ${id}` }, { field: 'phase' });
  }
  return file.phases.map((phase) => (phase.id === id ? { ...phase, status } : phase));
}

const inPast = () =>
  new Refusal(
    'invalid',
    'deadline.in-past',
    { zh: '期限不得早于现在', en: 'a deadline cannot lie in the past' },
    { field: 'to' },
  );
const stale = () => new Refusal('conflict', 'clock.stale', { zh: '该时点已变更', en: 'the moment moved or passed' });
