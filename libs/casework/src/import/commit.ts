import { EVERYWHERE, type JobProgress, countRows, lockImport, recordImport, saveImport } from '@fundguard/persistence';
import { machineCommandId, notFound, signature } from '../command.js';
import type { Scene, Slice } from '../job/activities.js';
import { importAt } from './check.js';
import { importerOf } from './kinds.js';

/**
 * 正式导入: slice by slice. How far it came stands in the import's row, written in the transaction of the slice itself, so that a
 * slice which is begun again after its worker died goes on behind what was written.
 */
export const commitImport: Slice<'commitImport'> = async (scene, { import: id }) => {
  const { platform, owner, job } = scene;
  const sheet = await importAt(scene, id, 'importing');
  const { rows, more } = await importerOf(sheet.kind).write({ platform, owner, sheet });
  const total = sheet.counts.add + sheet.counts.change;
  const done = Math.min(total, job.done + rows);
  const progress: JobProgress = { status: 'running', done, total, cursor: String(sheet.committed), failures: [] };
  if (more) return progress;
  await conclude(scene, id);
  return { ...progress, status: 'done', done: total };
};

async function conclude({ platform, owner }: Scene, id: string): Promise<void> {
  const at = await platform.clock.now();
  await platform.db.within(EVERYWHERE, async (tx) => {
    const sheet = await lockImport(tx, id);
    if (!sheet) throw notFound('import');
    if (sheet.status !== 'importing') return;
    const counts = await countRows(tx, id);
    await saveImport(tx, sheet, { status: 'done', counts }, at);
    const command = machineCommandId('import-completed', id);
    await recordImport(tx, sheet, {
      kind: 'importCompleted',
      data: { ...counts },
      actor: signature(owner),
      at,
      command,
    });
  });
}
