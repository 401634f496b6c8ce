import {
  type Addressee,
  type Bilingual,
  CONDUCTOR,
  type CampaignFile,
  campaignNotices,
  instant,
  ownPlanHandedIn,
  toRole,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type RecordedEvent,
  type Tx,
  bureausBelow,
  campaignsBelow,
  lockCampaign,
  lockObligation,
  ownPlansOwed,
  relative,
  addReportEntry,
  saveObligation,
} from '@fundguard/persistence';
import { type Command, contextOf, machineCommandId, transact } from '../command.js';
import type { Platform } from '../platform.js';
import { recordInCampaign } from './commands.js';

interface Notice {
  readonly to: Addressee;
  readonly subject: Bilingual;
}

/** Who is told of an event: those the campaign itself concerns, the coordinators below it, and those above (R-CAMP-24). */
export async function cascadeNotices(file: CampaignFile, event: RecordedEvent, tx: Tx): Promise<Notice[]> {
  return [...campaignNotices(file, event), ...(await downward(file, event, tx)), ...(await upward(file, event, tx))];
}

const TO_THOSE_BELOW: Readonly<Record<string, Bilingual | undefined>> = {
  campaignLaunched: {
    zh: '上级专项已启动，请据此制定本级方案',
    en: 'launched above you: draft your own plan under it',
  },
  campaignPaused: { zh: '上级专项已暂停', en: 'the campaign above is paused' },
  campaignResumed: { zh: '上级专项已恢复', en: 'the campaign above goes on' },
  campaignClosed: { zh: '上级专项已结束', en: 'the campaign above is closed' },
  campaignStopped: { zh: '上级专项已终止', en: 'the campaign above was stopped' },
};
const TO_THOSE_ABOVE: Readonly<Record<string, Bilingual | undefined>> = {
  campaignLaunched: { zh: '下级专项已启动', en: 'launched below you' },
  campaignSummedUp: { zh: '下级专项已提交总结', en: 'summed up below you' },
  campaignClosed: { zh: '下级专项已结束', en: 'closed below you' },
  campaignStopped: { zh: '下级专项已终止', en: 'stopped below you' },
};

async function downward(file: CampaignFile, { kind }: RecordedEvent, tx: Tx): Promise<Notice[]> {
  const said = TO_THOSE_BELOW[kind];
  if (!said) return [];
  const regions = await (kind === 'campaignLaunched' ? bureausBelow(tx, file) : campaignsBelow(tx, file.id));
  return regions
    .filter(({ region }) => region !== file.region)
    .map(({ region }) => ({ to: toRole('coordinator', region), subject: named(file, said) }));
}

async function upward(file: CampaignFile, { kind }: RecordedEvent, tx: Tx): Promise<Notice[]> {
  const said = TO_THOSE_ABOVE[kind];
  const parent = said && file.parent && (await relative(tx, file.parent));
  if (!parent || parent.region === file.region) return [];
  return [{ to: toRole('coordinator', parent.region), subject: named(file, said) }];
}

const named = ({ name }: CampaignFile, { zh, en }: Bilingual): Bilingual => ({
  zh: `${name}：${zh}`,
  en: `${name}: ${en}`,
});

/**
 * 方案报备 (R-CAMP-25): a bureau owes its own plan to the campaign above, and has it when its campaign is approved. By the
 * machine, after the approval: the campaign above may lie outside what the approving leader may write to.
 */
export async function handInOwnPlan(platform: Platform, id: string): Promise<void> {
  const owed = await platform.db.within(EVERYWHERE, (tx) => ownPlansOwed(tx, id));
  for (const { id: obligation, child } of owed) await handIn(platform, child, obligation);
}

async function handIn(platform: Platform, child: CampaignFile, obligation: string): Promise<void> {
  const id = machineCommandId('handInOwnPlan', obligation, child.id);
  const command: Command = { id, actor: CONDUCTOR };
  await transact(platform, EVERYWHERE, async (tx, calendar) => {
    const file = child.parent && (await lockCampaign(tx, child.parent, id));
    const row = file && !file.ran && (await lockObligation(tx, obligation));
    if (!file || !row) return;
    const context = await contextOf(platform, calendar, command, file.state.law);
    const outcome = ownPlanHandedIn({ ...row, due: instant(row.due) }, file.state, child, context);
    if (!outcome) return;
    const { kind, status, data } = outcome;
    const [by, at] = [child.approvedBy ?? child.draftedBy, context.now];
    await saveObligation(tx, row.id, {
      ...{ status, report: data, late: data['late'] === true, zero: false },
      ...{ submittedBy: by, at },
    });
    await addReportEntry(tx, row, { kind: 'submission', data, by, byName: CONDUCTOR.name, at });
    const answer = { id: row.id, version: row.version + 1, status, events: [kind] };
    const event = {
      kind,
      data: { obligation: row.id, unit: row.unit, source: row.source, period: row.period, ...data },
    };
    await recordInCampaign(tx, file, { command, print: id.replaceAll('-', ''), context, answer }, [event]);
  });
}
