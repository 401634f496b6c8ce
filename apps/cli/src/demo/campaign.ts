import { actOnCampaign, actOnObligation, appointPerson, openCampaign } from '@fundguard/casework';
import { type Person, type UnitId, instant, reportPayload } from '@fundguard/domain';
import { EVERYWHERE } from '@fundguard/persistence';
import type { Scene } from './scene.js';

/** How long the hundred-day action has run: its self-check is over, the full inspection is under way. */
const RUNNING_FOR = 36;
/** Every so many-eth report did not come. */
const MISSING_EVERY = 6;

/** Who sits where; the director of the handling agency has not been named yet. */
const APPOINTED = ({ leader, coordinator }: Scene['cast']) =>
  [
    ['leading-group', 'leader', { account: leader.account, post: '医保局局长', phone: '0000-0000001' }],
    ['leading-group', 'deputy.1', { name: '虚构甲', employer: '区纪委监委第三纪检监察组', post: '组长' }],
    ['leading-group', 'deputy.2', { name: '虚构乙', employer: '甲县医保局', post: '副局长' }],
    ['leading-group', 'member.1', { name: '虚构丙', employer: '甲县公安局', post: '经侦大队教导员' }],
    ['office', 'leader', { account: coordinator.account, post: '综合业务室主任' }],
  ] as const;

/** The hundred-day action, half-way: most units reported in time, some are overdue. Returns its id. */
export async function seedCampaign(scene: Scene): Promise<string> {
  const { platform, cast, installed } = scene;
  const start = scene.daysAgo(RUNNING_FOR);
  scene.setTime(start, '09:00');
  const draft = { plan: 't004', region: installed.region('990001'), start };
  const { id } = await openCampaign(platform, draft, scene.command(cast.coordinator));
  await actOnCampaign(platform, id, 'approveCampaign', {}, scene.command(cast.leader));
  await actOnCampaign(platform, id, 'launchCampaign', {}, scene.command(cast.coordinator));
  for (const [group, seat, who] of APPOINTED(cast)) {
    const command = { ...scene.command(cast.coordinator), actor: cast.coordinator };
    await appointPerson(platform, { campaign: id, group, seat, from: start, ...who }, command);
  }

  const owed = await scene.db.within(EVERYWHERE, (tx) =>
    tx.query<{ id: string; unit: UnitId; source: string; due: Date }>({
      text: `select id, unit_id as unit, source, due_at as due from obligation where campaign_id = $1 and due_at < $2 order by due_at, unit_id`,
      values: [id, instant(Date.now())],
    }),
  );
  for (const [index, { id: obligation, unit, source, due }] of owed.entries()) {
    if (index % MISSING_EVERY === 0) continue;
    scene.setInstant(instant(due.getTime() - 30 * 3_600_000));
    const contact: Person = { ...cast.hospital, unit };
    const isZero = index % 4 === 0;
    const report = reportPayload.parse({
      content: '已按要求完成自查统计，问题已列入台账。',
      zero: isZero,
      ...(source.endsWith('settlement-stats') && !isZero ? { values: settlement(index) } : {}),
    });
    const command = { ...scene.command(contact), actor: contact };
    await actOnObligation(platform, obligation, 'submitReport', report, command);
  }
  return id;
}

/** Invented figures of a settlement, in fen where they are money. */
const settlement = (index: number) => ({
  patients: String(40 + index * 7),
  visits: String(300 + index * 53),
  total: String(2_350_000 + index * 181_350),
  fund: String(1_640_000 + index * 126_900),
});
