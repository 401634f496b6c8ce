import { type JobFailure, Refusal } from '@fundguard/domain';
import { machineCommandId } from '../command.js';
import { actOnObligation } from '../campaign/obligations.js';
import type { Slice } from './activities.js';

const SLICE = 25;

/**
 * 批量审核通过, each by its owner as if alone: what is refused is named with the reason, and the rest goes on. A slice that is
 * done again finds what it did: the command's id comes from the job and the report.
 */
export const acceptReports: Slice<'acceptReports'> = async ({ platform, owner, job }, { obligations }) => {
  const again = job.cursor === 'retry';
  const all = again ? job.failures.map(({ item }) => item) : obligations;
  const from = again ? 0 : Number(job.cursor ?? 0);
  const slice = again ? all : all.slice(from, from + SLICE);
  const failures: JobFailure[] = again ? [] : [...job.failures];
  const names = new Map(
    (
      await platform.db.within(owner.region, (tx) =>
        tx.query<{ id: string; name: string }>({
          text: `select o.id, u.name || ' · ' || o.name as name from obligation o join unit u on u.id = o.unit_id where o.id = any($1)`,
          values: [slice],
        }),
      )
    ).map(({ id, name }) => [id, name]),
  );
  for (const id of slice) {
    try {
      const command = { id: machineCommandId('accept', job.id, id, String(again ? job.version : 0)), actor: owner };
      await actOnObligation(platform, id, 'acceptReport', {}, command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failures.push({ item: id, name: names.get(id) ?? id, ...error.text });
    }
  }
  const done = again ? obligations.length : from + slice.length;
  const isDone = done >= obligations.length;
  return {
    status: isDone ? 'done' : 'running',
    done,
    total: obligations.length,
    cursor: String(done),
    failures,
  };
};
