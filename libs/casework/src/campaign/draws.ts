import {
  type Candidate,
  type Day,
  DRAW_ACTS,
  type Draw,
  type DrawActName,
  type DrawOutcome,
  type Inspector,
  Refusal,
  commitDraw,
  dayOf,
  type drawPayload,
  drawnAs,
  instant,
  isUsable,
} from '@fundguard/domain';
import { type DrawRow, type Tx, addDraw, lockDraw, membersById, participating, saveDraw } from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside, lockBeside, lockForNew } from './beside.js';
import { drawSecret } from './draw-secret.js';

/** 锁定抽取名单: the command's id becomes the draw's. */
export const prepareDraw = (
  platform: Platform,
  payload: z.output<typeof drawPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'commitDraw', id: command.id, payload, region: command.actor.region },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file, context }) {
      const { poolMembers, ...given } = payload;
      const candidates = given.candidates ?? (await participants(tx, payload.campaign));
      const experts = [...given.experts, ...(await fromPool(tx, poolMembers, candidates, dayOf(context.now)))];
      const secret = drawSecret();
      const { draw, outcome } = commitDraw(command.id, { ...given, candidates, experts }, secret, context);
      await addDraw(tx, draw, file.state.region);
      return told(draw, outcome);
    },
  });

/** One act on a draw, and its line on the campaign's record. */
export const actOnDraw = (
  platform: Platform,
  id: string,
  name: DrawActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region },
    lock: (tx) => lockBeside(tx, command, { table: 'draw', id, noun: 'draw', lockRow: lockDraw }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, row, context }) {
      const draw = drawOf(row);
      const outcome = DRAW_ACTS[name].decide(draw, payload as never, context);
      const after = { ...draw, ...outcome.changes, version: draw.version + 1 };
      await saveDraw(tx, after);
      return told(after, outcome);
    },
  });

const told = ({ id, version, status }: Draw, { kind, data }: DrawOutcome) => ({
  ...{ version, status, kind },
  data: { draw: id, ...data },
});

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

/** 专家库: as they stand in the pool on the day the list is locked; each stays away from whom they work for. */
async function fromPool(
  tx: Tx,
  wanted: z.output<typeof drawPayload>['poolMembers'],
  candidates: readonly Candidate[],
  on: Day,
): Promise<Inspector[]> {
  const avoids = new Map(wanted.map((each) => [each.member, each.avoids]));
  const members = (await membersById(tx, [...avoids.keys()])).filter((each) => isUsable(each, on));
  if (members.length === avoids.size) return members.map((each) => drawnAs(each, candidates, avoids.get(each.id)));
  throw new Refusal(
    'invalid',
    'draw.not-in-pool',
    { zh: '所选人员有的不在库或不在聘期内', en: 'somebody chosen is not in the pool, or not in their term' },
    { field: 'poolMembers' },
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
