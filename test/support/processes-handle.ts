import { type Running, type Service, serve } from '@fundguard/cli';
import type { Reaper } from './processes-reaper.js';

export type Environment = Readonly<Record<string, string>>;

/** One program of an installation: to be ended in every way there is, and started again. */
export class Handle {
  private running: Running | undefined;

  constructor(
    private readonly service: (env: Environment) => Service,
    private readonly reaper: Reaper,
  ) {}

  get pid(): number {
    if (!this.running) throw new Error('it was never started');
    return this.running.pid;
  }

  /** Resolves when it answers. Another test file may have been quicker to take the port: then it is tried again. */
  async start(env: Environment = {}, tries = 3): Promise<void> {
    try {
      this.running = await serve(this.service(env), ({ pid }) => this.reaper.began(pid));
    } catch (error) {
      if (tries <= 1 || !/ ended with code /.test(String(error))) throw error;
      await this.start(env, tries - 1);
    }
  }

  /** Sends it a signal and waits for its end: `ended with code 0`, `was ended by SIGKILL`. */
  async end(how: NodeJS.Signals): Promise<string> {
    if (!this.running) return 'was never started';
    const { pid, ended, hasEnded } = this.running;
    if (!hasEnded()) process.kill(pid, how);
    const end = await ended;
    this.reaper.ended(pid);
    return end;
  }

  readonly kill9 = (): Promise<string> => this.end('SIGKILL');

  /** As its launcher would. */
  async stop(): Promise<void> {
    await this.running?.stop();
    if (this.running) this.reaper.ended(this.running.pid);
  }

  /** It exists, holds its connections and does nothing. */
  readonly freeze = (): boolean => process.kill(this.pid, 'SIGSTOP');
  readonly thaw = (): boolean => process.kill(this.pid, 'SIGCONT');
}
