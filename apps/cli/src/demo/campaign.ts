import { actOnCampaign, actOnObligation, openCampaign } from '@fundguard/casework';
import { type Person, type UnitId, instant, reportPayload } from '@fundguard/domain';
import { EVERYWHERE } from '@fundguard/persistence';
import type { Scene } from './scene.js';

/** How long the hundred-day action has run: its self-check is over, the full inspection is under way. */
const RUNNING_FOR = 36;
/** Every so many-eth report did not come. */
const MISSING_EVERY = 6;

/** The hundred-day action, half-way: most units reported in time, some are overdue. Returns its id. */
export async function seedCampaign(scene: Scene): Promise<string> {
  const { platform, cast, installed } = scene;
  const start = scene.daysAgo(RUNNING_FOR);
  scene.setTime(start, '09:00');
  const draft = { plan: 't004', region: installed.region('990001'), start };
  const { id } = await openCampaign(platform, draft, scene.command(cast.coordinator));
  await actOnCampaign(platform, id, 'approveCampaign', {}, scene.command(cast.leader));
  await actOnCampaign(platform, id, 'launchCampaign', {}, scene.command(cast.coordinator));

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
