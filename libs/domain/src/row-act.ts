import type { z } from 'zod';
import type { Context } from './act.js';
import { type Person, requirePerson } from './people/actor.js';
import type { Permission } from './people/roles.js';
import type { Refusal } from './refusal.js';

/** How a row stands: all that decides whether an act is offered. */
type Standing<Row extends { readonly status: string; readonly version: number }> = Pick<Row, 'status' | 'version'>;

/** What somebody may do to a row beside a campaign (an obligation, a draw, a problem): who, in which status, with what. */
export interface RowAct<
  Row extends { readonly status: string; readonly version: number },
  Outcome,
  Payload extends z.ZodType = z.ZodType,
> {
  readonly by: Permission;
  readonly statuses: readonly Row['status'][];
  readonly payload: Payload;
  /** Why it may not be done as things stand; undefined when it may. */
  withheld(row: Standing<Row>): Refusal | undefined;
  decide(row: Row, payload: z.output<Payload>, context: Context): Outcome;
}

/** Declares the acts of one kind of row; `outside` says in its words that its status does not allow an act. */
export const rowAct =
  <Row extends { readonly status: string; readonly version: number }, Outcome>(
    outside: (row: Standing<Row>) => Refusal,
  ) =>
  <Payload extends z.ZodType>(
    by: Permission,
    statuses: readonly Row['status'][],
    payload: Payload,
    decide: (row: Row, payload: z.output<Payload>, context: Context & { readonly actor: Person }) => Outcome,
  ): RowAct<Row, Outcome, Payload> => {
    const withheld = (row: Standing<Row>) => (statuses.includes(row.status) ? undefined : outside(row));
    return {
      by,
      statuses,
      payload,
      withheld,
      decide(row, input, context) {
        const actor = requirePerson(context.actor, by);
        const refusal = withheld(row);
        if (refusal) throw refusal;
        return decide(row, input, { ...context, actor });
      },
    };
  };
