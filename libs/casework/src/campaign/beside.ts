import {
  type CampaignFile,
  type Context,
  type Person,
  Refusal,
  type RegionPath,
  isCampaignOpen,
} from '@fundguard/domain';
import {
  type BesideCampaign,
  type LockedFile,
  type RecordedEvent,
  type Tx,
  campaignOf,
  lockCampaign,
} from '@fundguard/persistence';
import {
  type Answer,
  type Command,
  contextOn,
  earlierAnswer,
  fingerprint,
  notFound,
  refuseStale,
  transact,
} from '../command.js';
import type { Platform } from '../platform.js';
import { recordInCampaign } from './commands.js';

export type ByPerson = Command & { readonly actor: Person };
export type CampaignLock = LockedFile<CampaignFile>;

/** An act on a row beside a campaign: an obligation, a draw, a line of the problem ledger. */
interface Beside<Row> {
  readonly act: string;
  /** The row's id; the command's own where the row is only now made. */
  readonly id: string;
  readonly payload: unknown;
  /** Also once the campaign is closed: what it leaves behind goes on. */
  readonly afterClosing?: boolean;
  /** What the transaction sees. */
  readonly region: RegionPath;
  /** Also before the campaign runs and while it rests, until it is over. */
  readonly whileOpen?: boolean;
  /** Locks the campaign first and the row after it, or refuses whoever may not see them. */
  lock(tx: Tx): Promise<{ readonly file: CampaignLock; readonly row: Row }>;
  /** How the row stands, and what changed it lately; absent where it is only now made. */
  stands?(tx: Tx, row: Row): { readonly version: number; readonly status: string; changes?: ChangesSince };
  /** Decides and writes the row. Returns how it stands then, and what the campaign's record says of it. */
  work(scene: Scene<Row>): Promise<Done>;
}
type ChangesSince = (seen: number) => Promise<readonly RecordedEvent[]>;
interface Scene<Row> {
  readonly tx: Tx;
  readonly file: CampaignLock;
  readonly row: Row;
  readonly context: Context;
}
interface Done extends Pick<Answer, 'version' | 'status'> {
  /** The row's, where it is not the one the command named. */
  readonly id?: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The act, and an entry on the campaign's record, in one transaction; sent twice it acts once. */
export async function actBeside<Row>(platform: Platform, command: ByPerson, beside: Beside<Row>): Promise<Answer> {
  const { act, id, payload, region } = beside;
  const print = fingerprint(command.actor, act, id, payload);
  return transact(platform, region, async (tx, calendar) => {
    const { file, row } = await beside.lock(tx);
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    const standing = beside.stands?.(tx, row);
    if (standing) {
      const { version, status, changes = () => Promise.resolve([]) } = standing;
      await refuseStale(command.expected, version, { status }, changes);
    }
    if (!(beside.afterClosing && file.state.status === 'closed')) refuseResting(file, beside.whileOpen);
    const context = await contextOn(tx, platform, calendar, command, { ...file.state, campaign: file.state.id });
    const { id: done = id, version, status, kind, data } = await beside.work({ tx, file, row, context });
    const answer: Answer = { id: done, version, status, events: [kind] };
    await recordInCampaign(tx, file, { command, print, context, answer }, [{ kind, data }]);
    return answer;
  });
}

function refuseResting({ state }: CampaignLock, whileOpen = false): void {
  if (whileOpen ? isCampaignOpen(state) : state.status === 'running' || state.status === 'summingUp') return;
  throw new Refusal('conflict', 'campaign.status', { zh: '专项未在进行中', en: 'the campaign is not running' });
}

/** Locks the campaign to which something is added. */
export async function lockForNew(
  tx: Tx,
  command: Command,
  campaign: string,
): Promise<{ file: CampaignLock; row: undefined }> {
  const file = await lockCampaign(tx, campaign, command.id);
  if (!file) throw notFound('campaign');
  return { file, row: undefined };
}

interface Reach<Row> {
  readonly table: BesideCampaign;
  readonly id: string;
  /** What a refusal calls it. */
  readonly noun: string;
  readonly lockRow: (tx: Tx, id: string) => Promise<Row | undefined>;
  /** Whether it is in this person's reach; without it, whoever sees the region reaches the row. */
  readonly isReached?: (row: Row, file: CampaignLock) => boolean;
}

/** Locks the campaign first and its row after it. What nobody may know of is not found. */
export async function lockBeside<Row>(
  tx: Tx,
  command: Command,
  { table, id, noun, lockRow, isReached = () => true }: Reach<Row>,
): Promise<{ file: CampaignLock; row: Row }> {
  const campaign = await campaignOf(tx, table, id);
  const file = campaign && (await lockCampaign(tx, campaign, command.id));
  const row = file && (await lockRow(tx, id));
  if (!row || !isReached(row, file)) throw notFound(noun);
  return { file, row };
}
