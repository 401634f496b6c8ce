import { condition, defineSignal, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { BaselineActivities } from './engine.js';

/** The least a workflow can be for each measure: no facts, no law, no limits. */

const { insertNotification, markAndNotify } = proxyActivities<BaselineActivities>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});

export const noteUpdate = defineUpdate<number, [string]>('note');
export const happenedSignal = defineSignal<[string]>('happened');

/** Takes updates and does nothing about them. */
export async function updated(): Promise<void> {
  let notes = 0;
  setHandler(noteUpdate, () => (notes += 1));
  await condition(() => false);
}

/** One activity for each signal. */
export async function signalled(file: string): Promise<void> {
  const causes: string[] = [];
  setHandler(happenedSignal, (cause) => void causes.push(cause));
  for (;;) {
    await condition(() => causes.length > 0);
    await insertNotification(file, causes.shift() ?? '');
  }
}

/** One unit's deadline: a timer, then one activity. */
export async function unitDeadline(obligation: string, due: number): Promise<void> {
  await sleep(Math.max(1, due - Date.now()));
  await markAndNotify(obligation);
}

/** Is open, and waits. */
export async function idle(): Promise<void> {
  await condition(() => false);
}
