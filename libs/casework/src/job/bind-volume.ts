import { buffer } from 'node:stream/consumers';
import { type OfficialText, writeVolume } from '@fundguard/documents';
import {
  type JobPayload,
  type OnSiteRecord,
  Refusal,
  dayOf,
  requireBindable,
  requirePerson,
  requireReason,
  within,
} from '@fundguard/domain';
import {
  type BlobStore,
  EVERYWHERE,
  type JobProgress,
  type Tx,
  addVolume,
  boundVisits,
  countHeld,
  dropRows,
  lastEdition,
  heldIn,
  keepRows,
  keptRows,
  visitById,
} from '@fundguard/persistence';
import { actBeside, lockForNew } from '../campaign/beside.js';
import { notFound } from '../command.js';
import { bureauOf, recordOf } from '../visit/record.js';
import type { Scene, Slice } from './activities.js';

const SLICE = 25;
type Order = Extract<JobPayload, { kind: 'bindVolume' }>;

/** 装订成册: records are gathered beside the job, slice by slice, and bound into one file at the end (R-RPT-04). */
export const bindVolume: Slice<'bindVolume'> = async (scene, order) => {
  requirePerson(scene.owner, 'visit.plan');
  const { job, platform } = scene;
  // The edition was on the record before the job was: nothing is bound a second time.
  const visits = await platform.db.within(EVERYWHERE, (tx) => boundVisits(tx, job.id));
  if (visits !== undefined) return { ...job, status: 'done', done: visits, total: visits };
  const progress = await gather(scene, order);
  if (progress.status === 'running') return progress;
  await bind(scene, order, progress.done);
  return progress;
};

const gather = ({ platform, owner, job }: Scene, { campaign, month, reason }: Order): Promise<JobProgress> =>
  platform.db.within(EVERYWHERE, async (tx) => {
    await requireOwnCampaign(tx, campaign, owner.region);
    const total = job.total ?? (await countHeld(tx, campaign, month));
    if (job.cursor === null) {
      requireBindable(month, dayOf(await platform.clock.now()), total);
      requireReason(month, await lastEdition(tx, campaign, month), reason);
    }
    const held = await heldIn(tx, campaign, month, job.cursor, SLICE);
    const rows: string[][] = [];
    for (const { id, held: day } of held) {
      const stored = await visitById(tx, id);
      if (!stored) continue;
      rows.push([day, stored.unitName, JSON.stringify(await recordOf(tx, stored))]);
    }
    await keepRows(tx, job.id, job.done, rows);
    const done = job.done + rows.length;
    const last = held.at(-1);
    const cursor = last ? `${last.held}_${last.id}` : job.cursor;
    const status = held.length === SLICE ? 'running' : 'done';
    return { status, done, total: Math.max(total, done), cursor, failures: [] };
  });

/** The file lies there before the campaign is locked; an edition that came in between is told. */
async function bind({ platform, owner, job }: Scene, order: Order, visits: number): Promise<void> {
  const { campaign, month, binder, reason } = order;
  const { blobs } = platform;
  if (!blobs) throw new Error('a volume needs a place for files');
  const made = await platform.db.within(EVERYWHERE, async (tx) => {
    const edition = (await lastEdition(tx, campaign, month)) + 1;
    const { name, region } = await requireOwnCampaign(tx, campaign, owner.region);
    const title = `${name}现场检查清单汇编（${month}）`;
    const file = await writeVolume({
      ...{ title, signature: await bureauOf(tx, campaign), date: dayOf(await platform.clock.now()) },
      cover: [`${month} 第 ${edition} 版`, `共 ${visits} 份`, `装订人：${binder}`],
      contents: await contentsOf(tx, job.id),
      papers: papersOf(tx, job.id, blobs),
    });
    const stored = await blobs.put(file, () => Promise.resolve());
    return { ...{ id: job.id, campaign, region, month, edition, binder, visits, name: title }, ...stored };
  });
  await actBeside(
    platform,
    { id: job.id, actor: owner },
    {
      ...{ act: 'bindVolume', id: campaign, payload: order, region: EVERYWHERE, afterClosing: true },
      lock: (tx) => lockForNew(tx, { id: job.id, actor: owner }, campaign),
      async work({ tx, file: { state }, context: { now } }) {
        const editions = await lastEdition(tx, campaign, month);
        requireReason(month, editions, reason);
        if (editions + 1 !== made.edition) throw boundMeanwhile(month);
        await addVolume(tx, { ...made, ...(reason ? { reason } : {}), boundBy: owner.account }, now);
        await dropRows(tx, job.id);
        const { edition, sha256, bytes } = made;
        return {
          ...{ version: state.version, status: state.status, kind: 'volumeBound' },
          data: { volume: job.id, month, edition, binder, visits, sha256, bytes, ...(reason ? { reason } : {}) },
        };
      },
    },
  );
}

async function contentsOf(tx: Tx, job: string) {
  const rows: string[][] = [];
  for await (const [day = '', unit = ''] of keptRows(tx, job)) rows.push([String(rows.length + 1), day, unit]);
  return { columns: ['序号', '检查日期', '被检查单位'], rows };
}

/** One at a time, with the pictures of its signatures. */
async function* papersOf(tx: Tx, job: string, blobs: BlobStore): AsyncGenerator<OfficialText> {
  for await (const [, , text = ''] of keptRows(tx, job)) {
    const { signed, ...paper } = JSON.parse(text) as OnSiteRecord;
    const signatures = [];
    for (const { who, sha256 } of signed)
      signatures.push({ who, ...(sha256 ? { picture: await buffer(blobs.get(sha256)) } : {}) });
    yield { ...paper, signatures };
  }
}

async function requireOwnCampaign(tx: Tx, id: string, subtree: Scene['owner']['region']) {
  const [found] = await tx.query<{ name: string; region: Scene['owner']['region'] }>({
    text: 'select name, region from campaign where id = $1',
    values: [id],
  });
  if (!found || !within(found.region, subtree)) throw notFound('campaign');
  return found;
}

const boundMeanwhile = (month: string) =>
  new Refusal('conflict', 'volume.bound-meanwhile', {
    zh: `${month} 刚刚由他人装订，请核对后再办`,
    en: `somebody bound ${month} meanwhile: look at it first`,
  });
