import { setTimeout as wait } from 'node:timers/promises';

/** Tries until the check holds; the last failure is the one that is reported. */
export async function eventually(check: () => Promise<unknown>, tries = 100, pause = 100): Promise<void> {
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if ((tries -= 1) === 0) throw error;
      await wait(pause);
    }
  }
}
