import type { z } from 'zod';
import type { Context } from '../act.js';
import type { Actor, Person } from '../people/actor.js';
import { type CaseAct, type CaseEvent, act, notHandler } from './act.js';
import type { CaseFile } from './file.js';

/** The leads desk sorts every lead of its region; an investigator those they verify. */
export function deskAct<Payload extends z.ZodType>(
  stages: CaseAct['stages'],
  payload: Payload,
  decide: (file: CaseFile, payload: z.output<Payload>, context: Context & { readonly actor: Person }) => CaseEvent,
): CaseAct<Payload> {
  const ofDesk = act('lead.sort', stages, payload, decide);
  return {
    ...ofDesk,
    withheld: (file, actor) => (isOfDesk(actor) ? undefined : notHandler(file, actor)) ?? ofDesk.withheld(file, actor),
  };
}

const isOfDesk = (actor: Actor): boolean => actor.kind === 'person' && actor.roles.includes('leadHandler');
