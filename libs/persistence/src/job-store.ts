import type { Instant, JobFacts, JobFailure, JobPayload, JobStatus, Person, Role } from '@fundguard/domain';
import { jobFacts } from '@fundguard/domain';
import type { StoredBlob } from './blob-store.js';
import type { Tx } from './database.js';
import type { Telling } from './file-store.js';

export interface Job {
  readonly id: JobFacts['jobId'];
  readonly payload: JobPayload;
  readonly status: JobStatus;
  readonly version: number;
  readonly done: number;
  readonly total: number | null;
  /** Where the next slice begins. */
  readonly cursor: string | null;
  readonly failures: readonly JobFailure[];
  readonly owner: string;
}

const COLUMNS = 'id, payload, status, version, done, total, cursor, failures, owner';

export async function insertJob(
  tx: Tx,
  job: { readonly id: string; readonly owner: Person; readonly payload: JobPayload; readonly at: Instant },
): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into job (id, owner, region, kind, payload, status, created_at, moved_at)
           values ($1, $2, $3, $4, $5, 'running', $6, $6) on conflict (id) do nothing returning 1`,
    values: [job.id, job.owner.account, job.owner.region, job.payload.kind, JSON.stringify(job.payload), job.at],
  });
  return rows.length > 0;
}

/** Locked until the transaction ends; of this owner only, where one is named. */
export async function lockJob(tx: Tx, id: string, owner: string | null): Promise<Job | undefined> {
  const [job] = await tx.query<Job>({
    text: `select ${COLUMNS} from job where id = $1 and ($2::uuid is null or owner = $2) for no key update`,
    values: [id, owner],
  });
  return job;
}

export interface JobProgress {
  readonly status: JobStatus;
  readonly done: number;
  readonly total: number | null;
  readonly cursor: string | null;
  readonly failures: readonly JobFailure[];
  /** What is too large for a row lies among the files. */
  readonly result?: { readonly name: string } & ({ readonly bytes: Buffer } | { readonly stored: StoredBlob });
}

export async function saveJob(tx: Tx, { id, version }: Job, progress: JobProgress, at: Instant): Promise<JobFacts> {
  const { status, done, total, cursor, failures, result } = progress;
  await tx.query({
    text: `update job set status = $2, done = $3, total = $4, cursor = $5, failures = $6, version = version + 1, moved_at = $7,
             ended_at = case when $2 in ('done', 'cancelled') then $7::timestamptz end,
             result = coalesce($8, result), result_name = coalesce($9, result_name), result_sha256 = coalesce($10, result_sha256)
           where id = $1`,
    values: [
      id,
      status,
      done,
      total,
      cursor,
      JSON.stringify(failures),
      at,
      result && 'bytes' in result ? result.bytes : null,
      result?.name ?? null,
      result && 'stored' in result ? result.stored.sha256 : null,
    ],
  });
  return jobFacts(id, version + 1, status);
}

export async function keepRows(tx: Tx, id: string, from: number, rows: readonly (readonly string[])[]): Promise<void> {
  await tx.query({
    text: `insert into job_row (job_id, at, row) select $1, $2 + at, row from unnest($3::jsonb[]) with ordinality as r (row, at)
           on conflict do nothing`,
    values: [id, from, rows.map((row) => JSON.stringify(row))],
  });
}

export async function* keptRows(tx: Tx, id: string): AsyncGenerator<string[]> {
  const PAGE = 2_000;
  for (let after = 0; ; after += PAGE) {
    const rows = await tx.query<{ row: string[] }>({
      text: 'select row from job_row where job_id = $1 and at > $2 order by at limit $3',
      values: [id, after, PAGE],
    });
    for (const { row } of rows) yield row;
    if (rows.length < PAGE) return;
  }
}

export const dropRows = (tx: Tx, id: string): Promise<unknown> =>
  tx.query({ text: 'delete from job_row where job_id = $1', values: [id] });

/** The owner as they are now: rights that were taken away meanwhile stop what the job does for them. */
export async function jobOwner(tx: Tx, account: string): Promise<Person | undefined> {
  const [row] = await tx.query<{ name: string; roles: Role[]; region: Person['region']; unit: Person['unit'] | null }>({
    text: 'select name, roles, region, unit_id as unit from account where id = $1 and disabled_at is null',
    values: [account],
  });
  if (!row) return undefined;
  const { name, roles, region, unit } = row;
  return { kind: 'person', account: account as Person['account'], name, roles, region, ...(unit ? { unit } : {}) };
}

export const tellJob = (facts: JobFacts): Telling => ({
  workflowId: `job/${facts.jobId}`,
  kind: 'job',
  signal: 'jobChanged',
  facts,
  version: facts.version,
  open: facts.open,
});
