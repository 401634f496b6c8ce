import { type Database, type Telling, markSent, unsent } from '@fundguard/persistence';
import { TASK_QUEUE, WORKFLOWS, signalFor } from '@fundguard/workflows/messages';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';

export interface RelayOptions {
  /** See `Telling.clockOffset`. */
  readonly clockOffset?: number;
  readonly taskQueue?: string;
  /** How often everything that is left is looked for, in milliseconds. Absent: only when woken. */
  readonly sweepEvery?: number;
  readonly onTrouble?: (error: unknown) => void;
}

const BATCH = 500;
const CONCURRENCY = 16;
/** A signal that is not answered by then counts as not sent; it is repeated, and only the newest version matters. */
const SIGNAL_DEADLINE = 5_000;
/** While Temporal does not answer, waking up is pointless for this long. */
const BACK_OFF = 1_000;

/**
 * Brings what was committed to the workflows: by signal-with-start, at once when woken and again by sweeping, until
 * each has heard the newest version of its file. Several relays may run at once; a signal that arrives twice is harmless.
 */
export class Relay {
  private readonly awaited = new Set<string>();
  private draining: Promise<void> | undefined;
  private sweeping: Promise<unknown> | undefined;
  private sweep: NodeJS.Timeout | undefined;
  private quietUntil = 0;
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly temporal: Client,
    private readonly options: RelayOptions = {},
  ) {
    if (options.sweepEvery) this.sweep = setInterval(this.sweepAgain, options.sweepEvery);
  }

  /** After a commit. Returns at once; acts that follow each other quickly are brought together. */
  readonly wake = (workflowIds: readonly string[]): void => {
    for (const id of workflowIds) this.awaited.add(id);
    if (!this.stopped && performance.now() >= this.quietUntil) this.draining ??= this.drain();
  };

  /** Brings everything that is left. Returns how many workflows heard something. */
  async sweepOnce(): Promise<number> {
    let brought = 0;
    for (let batch = await unsent(this.db, BATCH); batch.length > 0; batch = await unsent(this.db, BATCH)) {
      const heard = await this.bring(batch);
      brought += heard;
      if (heard < batch.length) break;
    }
    return brought;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweep);
    await Promise.all([this.draining, this.sweeping]);
  }

  /** Never two at once: while Temporal is slow, the second would bring the same again and make it slower. */
  private readonly sweepAgain = (): void => {
    this.sweeping ??= this.sweepOnce()
      .catch(this.trouble)
      .finally(() => (this.sweeping = undefined));
  };

  private async drain(): Promise<void> {
    try {
      while (this.awaited.size > 0 && performance.now() >= this.quietUntil) {
        const ids = [...this.awaited].slice(0, BATCH);
        for (const id of ids) this.awaited.delete(id);
        await this.bring(await unsent(this.db, BATCH, ids));
      }
    } catch (error) {
      this.trouble(error);
    } finally {
      this.draining = undefined;
      if (performance.now() < this.quietUntil) this.awaited.clear(); // the sweep finds them
    }
  }

  private async bring(tellings: readonly Telling[]): Promise<number> {
    const heard: Telling[] = [];
    const left = [...tellings];
    const line = async () => {
      for (let telling = left.pop(); telling; telling = left.pop()) {
        try {
          await this.signal(telling);
          heard.push(telling);
        } catch (error) {
          left.length = 0;
          this.trouble(error);
        }
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, line));
    await markSent(this.db, heard);
    return heard.length;
  }

  private async signal({ workflowId, kind, signal, facts, open }: Telling): Promise<void> {
    const telling = { facts, clockOffset: this.options.clockOffset ?? 0 };
    const name = signalFor(kind, signal);
    await this.temporal.withDeadline(Date.now() + SIGNAL_DEADLINE, async () => {
      if (!open) return this.signalIfRunning(workflowId, name, telling);
      await this.temporal.workflow.signalWithStart(WORKFLOWS[kind], {
        workflowId,
        taskQueue: this.options.taskQueue ?? TASK_QUEUE,
        args: [telling],
        signal: name,
        signalArgs: [telling],
      });
    });
  }

  /** A file that ended needs no new workflow, only an end to the one it has. */
  private async signalIfRunning(workflowId: string, name: string, telling: unknown): Promise<void> {
    try {
      await this.temporal.workflow.getHandle(workflowId).signal(name, telling);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  private readonly trouble = (error: unknown): void => {
    this.quietUntil = performance.now() + BACK_OFF;
    this.options.onTrouble?.(error);
  };
}
