import { countExhibits } from '@fundguard/persistence';
import { notFound } from '../command.js';
import { checkPart } from '../evidence/check.js';
import type { Slice } from './activities.js';

/** 核验证据: a case's, or all in the owner's region; what is not as it was taken in is named. Tried again, it begins anew. */
export const verifyEvidence: Slice<'verifyEvidence'> = async ({ platform, owner, job }, { case: file }) => {
  const { region } = owner;
  const again = job.cursor === 'retry';
  const [begun, done, found] = again ? [null, 0, []] : [job.cursor, job.done, job.failures];
  const total = await platform.db.within(region, async (tx) => {
    const seen = file && (await tx.query({ text: 'select 1 from case_file where id = $1', values: [file] }));
    if (seen?.length === 0) throw notFound('case');
    return countExhibits(tx, { case: file });
  });
  const part = await checkPart(platform, { region, case: file, cursor: begun, actor: owner });
  return {
    status: part.cursor === null ? 'done' : 'running',
    done: done + part.checked,
    total: Math.max(total, done + part.checked),
    cursor: part.cursor,
    failures: [...found, ...part.broken],
  };
};
