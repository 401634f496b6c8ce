import { randomBytes } from 'node:crypto';
import {
  type Candidate,
  type Context,
  DRAW_ACTS,
  type Draw,
  type DrawActName,
  type DrawOutcome,
  type Person,
  Refusal,
  commitDraw,
  type drawPayload,
  instant,
} from '@fundguard/domain';
import {
  type DrawRow,
  type LockedFile,
  type Tx,
  addDraw,
  campaignOfDraw,
  lockCampaign,
  lockDraw,
  participating,
  saveDraw,
} from '@fundguard/persistence';
import type { z } from 'zod';
import {
  type Answer,
  type Command,
  contextOf,
  earlierAnswer,
  fingerprint,
  notFound,
  refuseStale,
  transact,
} from '../command.js';
import type { Platform } from '../platform.js';
import { recordInCampaign } from './commands.js';

const SECRET_BYTES = 32;

type ByPerson = Command & { readonly actor: Person };
type CampaignLock = LockedFile<Parameters<typeof recordInCampaign>[1]['state']>;

/** 锁定抽取名单: the command's id becomes the draw's. */
export async function prepareDraw(
  platform: Platform,
  payload: z.output<typeof drawPayload>,
  command: ByPerson,
): Promise<Answer> {
  const print = fingerprint(command.actor, 'commitDraw', command.id, payload);
  return transact(platform, command.actor.region, async (tx, calendar) => {
    const file = await openCampaignFile(tx, payload.campaign, command);
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    const context = await contextOf(platform, calendar, command, file.state.law);
    const candidates = payload.candidates ?? (await participants(tx, payload.campaign));
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    const { draw, outcome } = commitDraw(command.id, { ...payload, candidates }, secret, context);
    await addDraw(tx, draw, file.state.region);
    return record(tx, file, { command, print, context }, draw, outcome);
  });
}

/** One act on a draw, and its line on the campaign's record. */
export async function actOnDraw(
  platform: Platform,
  id: string,
  name: DrawActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> {
  const print = fingerprint(command.actor, name, id, payload);
  return transact(platform, command.actor.region, async (tx, calendar) => {
    const campaign = await campaignOfDraw(tx, id);
    if (!campaign) throw notFound('draw');
    const file = await openCampaignFile(tx, campaign, command);
    const row = await lockDraw(tx, id);
    if (!row) throw notFound('draw');
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    const { version, status } = row;
    await refuseStale(command.expected, version, { status }, () => Promise.resolve([]));
    const context = await contextOf(platform, calendar, command, file.state.law);
    const outcome = DRAW_ACTS[name].decide(drawOf(row), payload as never, context);
    const after = { ...drawOf(row), ...outcome.changes, version: version + 1 };
    await saveDraw(tx, after);
    return record(tx, file, { command, print, context }, after, outcome);
  });
}

async function openCampaignFile(tx: Tx, id: string, command: Command): Promise<CampaignLock> {
  const file = await lockCampaign(tx, id, command.id);
  if (!file) throw notFound('campaign');
  const { status } = file.state;
  if (status === 'running' || status === 'summingUp') return file;
  throw new Refusal('conflict', 'campaign.status', { zh: '专项未在进行中', en: 'the campaign is not running' });
}

async function record(
  tx: Tx,
  file: CampaignLock,
  entry: { readonly command: Command; readonly print: string; readonly context: Context },
  { id, version, status }: Draw,
  { kind, data }: DrawOutcome,
): Promise<Answer> {
  const answer: Answer = { id, version, status, events: [kind] };
  await recordInCampaign(tx, file, { ...entry, answer }, [{ kind, data: { draw: id, ...data } }]);
  return answer;
}

/** The campaign's own units, as candidates. Their area is their region, by its path. */
async function participants(tx: Tx, campaign: string): Promise<Candidate[]> {
  const units = await participating(tx, campaign);
  if (units.length > 0)
    return units.map(({ id, name, region, kind, type }) => ({ id, name, area: region, marks: { kind, type } }));
  throw new Refusal(
    'invalid',
    'draw.no-candidates',
    { zh: '专项没有参与单位，请给出名单', en: 'no unit takes part in the campaign: give the list' },
    { field: 'candidates' },
  );
}

/** A row as the domain knows it: what is not there yet is absent. */
export function drawOf({
  region: _region,
  witness,
  result,
  committedAt,
  drawnAt,
  publishedAt,
  ...draw
}: DrawRow): Draw {
  return {
    ...draw,
    committedAt: instant(committedAt),
    ...(witness ? { witness } : {}),
    ...(result ? { result } : {}),
    ...(drawnAt ? { drawnAt: instant(drawnAt) } : {}),
    ...(publishedAt ? { publishedAt: instant(publishedAt) } : {}),
  };
}
