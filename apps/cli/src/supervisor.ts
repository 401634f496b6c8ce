import { setTimeout as wait } from 'node:timers/promises';
import type { Running } from './program.js';
import type { RunFile } from './run-file.js';
import { serve, type Service } from './service.js';

interface Kept {
  readonly service: Service;
  running?: Running;
  /** Settles when nothing more is started for it. */
  done: Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran this long is not failing at its start: the next pause is short again. */
const STEADY_MS = 60_000;

/** Starts services in order, starts again those that end, and stops all in the opposite order. */
export class Supervisor {
  private readonly kept: Kept[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly run: RunFile,
    private readonly tell: (line: string) => void,
  ) {}

  /** Resolves when it answers. The first start is tried a few times where the reason may pass. */
  async start(service: Service, mayPass: RegExp = /(?!)/, tries = 3): Promise<void> {
    this.stopping.signal.throwIfAborted();
    const kept: Kept = { service, done: Promise.resolve() };
    this.kept.push(kept);
    for (; ; tries -= 1) {
      try {
        const serving = this.serve(kept);
        kept.done = serving.catch(() => undefined);
        await serving;
        break;
      } catch (error) {
        if (tries <= 1 || !(error instanceof Error) || !mayPass.test(error.message)) throw error;
      }
    }
    kept.done = this.keep(kept);
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error('stopping'));
    for (const { running, done } of this.kept.toReversed()) {
      await running?.stop();
      await done;
    }
  }

  private async serve(kept: Kept): Promise<void> {
    kept.running = await serve(kept.service, (running) => this.note(kept, running), this.stopping.signal);
  }

  private note(kept: Kept, running: Running): void {
    kept.running = running;
    const alive = this.kept.flatMap((each) =>
      each.running ? [{ name: each.service.name, pid: each.running.pid }] : [],
    );
    this.run.record(alive);
  }

  private async keep(kept: Kept): Promise<void> {
    const { signal } = this.stopping;
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const since = Date.now();
      const how = await kept.running?.ended;
      if (signal.aborted) return;
      if (Date.now() - since > STEADY_MS) pause = FIRST_PAUSE_MS;
      this.tell(`${kept.service.name} ${how}; 重新启动 … starting it again in ${pause / 1000} s`);
      await wait(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (signal.aborted) return;
      await this.serve(kept).then(
        () => this.tell(`${kept.service.name} 已恢复 … is back`),
        (error: unknown) => signal.aborted || this.tell(error instanceof Error ? error.message : String(error)),
      );
    }
  }
}
