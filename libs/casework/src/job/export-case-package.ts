import { damageOf } from '../evidence/check.js';
import { exportPackage } from '../package/export.js';
import type { Slice } from './activities.js';

/** 导出卷包: too large for a row, it lies among the files. Exhibits that are not what was taken in are named. */
export const exportCasePackage: Slice<'exportCasePackage'> = async ({ platform, owner, job }, { case: id }) => {
  const { blobs } = platform;
  if (!blobs) throw new Error('a package needs a place for files');
  const command = { id: job.id, actor: owner };
  const made = await exportPackage(platform, {
    ...{ id, command },
    keep: (stream) => blobs.put(stream, () => Promise.resolve()),
  });
  const { sha256, bytes, name, number, exhibits, damaged } = made;
  return {
    ...{ status: 'done', done: exhibits, total: exhibits, cursor: null },
    failures: damaged.map(({ exhibit, state }) => damageOf({ ...exhibit, number }, state)),
    result: { name, stored: { sha256, bytes } },
  };
};
