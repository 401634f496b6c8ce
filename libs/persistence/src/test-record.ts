import { randomUUID } from 'node:crypto';
import type { CampaignFile, CampaignId, Instant, RegionPath } from '@fundguard/domain';
import { type Database, EVERYWHERE } from './database.js';
import { lockCampaign, saveCampaign } from './file-store.js';
import { installOrganisation } from './organisation-store.js';

/** A city, two counties and a campaign with a record, for the tests of the stores. No part of the package. */

export const COUNTY_A = '/990000/990001/' as RegionPath;
export const COUNTY_B = '/990000/990002/' as RegionPath;
const NOON = '2026-01-05T04:00:00.000Z' as Instant;

export const install = (db: Database, units = 1) =>
  installOrganisation(db, {
    regions: [
      { code: '990000', name: { zh: '示范市', en: 'Demo City' }, level: 'city' },
      { code: '990001', parent: '990000', name: { zh: '甲县', en: 'County A' }, level: 'county' },
      { code: '990002', parent: '990000', name: { zh: '乙县', en: 'County B' }, level: 'county' },
    ],
    units: Array.from({ length: units }, (_, index) => ({
      key: `a-${index}`,
      region: '990001',
      name: `第 ${index} 家`,
      kind: 'institution',
      type: 'clinic',
    })),
  });

export const campaign = (region = COUNTY_A): CampaignFile => ({
  id: randomUUID() as CampaignId,
  version: 1,
  status: 'running',
  name: '专项',
  region,
  plan: 'plan@1',
  law: 'law@1',
  start: '2026-01-05' as CampaignFile['start'],
  end: '2026-04-05' as CampaignFile['end'],
  phases: [],
  draftedBy: randomUUID() as CampaignFile['draftedBy'],
});

/** Writes one event on the record of a campaign, which is opened by its first. */
export async function happen(
  db: Database,
  file: CampaignFile,
  kind: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  const command = randomUUID();
  await db.within(EVERYWHERE, async (tx) => {
    const before = await lockCampaign(tx, file.id, command);
    await saveCampaign(
      tx,
      {
        ...{ before, after: file, events: [{ kind, data }], at: NOON, due: null },
        actor: { kind: 'machine', name: 'conductor' },
        command: { id: command, fingerprint: '00'.repeat(32), answer: {} },
        telling: {
          workflowId: `campaign/${file.id}`,
          kind: 'campaign',
          signal: kind,
          facts: {},
          version: 1,
          open: true,
        },
      },
      before ? undefined : {},
    );
  });
}
