import { Unmet } from '../../../scripts/say.mjs';
import { within } from './processes.js';
import { lastLines, launch, type Program, type Running } from './program.js';

/** A program that others wait for. */
export interface Service {
  readonly name: string;
  /** Asked before each launch: what an earlier one left behind is ended here, and a port that was taken is given up. */
  program(): Program | Promise<Program>;
  isReady(running: Running): boolean | Promise<boolean>;
  readonly waitMs: number;
}

/** Starts it and waits until it answers. One that ends instead, or never answers, is reported with the last it wrote. */
export async function serve(
  service: Service,
  launched?: (running: Running) => void,
  abort?: AbortSignal,
): Promise<Running> {
  const program = await service.program();
  const running = await launch(program);
  launched?.(running);
  const settled = await within(
    service.waitMs,
    async () => abort?.aborted === true || running.hasEnded() || (await service.isReady(running)),
  );
  if (settled && !running.hasEnded() && !abort?.aborted) return running;
  const how = running.hasEnded() ? await running.ended : `did not answer within ${service.waitMs / 1000} s`;
  await running.stop();
  abort?.throwIfAborted();
  throw new Unmet(`${service.name} ${how}. Its log, ${program.log}, ends:\n${lastLines(running.output())}`);
}
