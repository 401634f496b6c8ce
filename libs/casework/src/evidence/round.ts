import { CONDUCTOR, type Day, dayOf, plusHours } from '@fundguard/domain';
import { EVERYWHERE, moveRound, takeRound } from '@fundguard/persistence';
import type { Platform } from '../platform.js';
import { checkPart } from './check.js';

/** Local hours into the day, when few people work. */
const FROM_HOUR = 2;

/**
 * The nightly round over all evidence: one worker at a time, part by part, once a day from two o'clock on. A machine that
 * sleeps at night makes it up when it is next on; one that dies leaves the rest to another.
 * @returns how many exhibits were looked at; undefined where there was nothing to do
 */
export async function checkAllEvidence(platform: Platform): Promise<number | undefined> {
  const { db, clock } = platform;
  const night: Day = dayOf(plusHours(await clock.now(), -FROM_HOUR));
  const at = await clock.now();
  const taken = await db.within(EVERYWHERE, (tx) => takeRound(tx, night, at));
  if (!taken) return undefined;
  let { cursor } = taken;
  let checked = 0;
  do {
    const part = await checkPart(platform, { region: EVERYWHERE, cursor, actor: CONDUCTOR });
    const moved = await clock.now();
    await db.within(EVERYWHERE, (tx) => moveRound(tx, night, { ...part, broken: part.broken.length }, moved));
    checked += part.checked;
    ({ cursor } = part);
  } while (cursor !== null);
  return checked;
}
