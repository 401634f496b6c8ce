import { type Command, type Answer } from '@fundguard/casework';
import type { Act, Permission, Person } from '@fundguard/domain';
import { Body, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from './access.js';
import { ApiCommand, TheCommand } from './command.js';
import { idParam } from './page.js';
import { problem } from './problem.js';

export const answer = z
  .object({
    id: z.uuid(),
    version: z.int().meta({ description: 'To be sent as If-Match with the next act' }),
    status: z.string().meta({ description: 'The stage or status after the act' }),
    events: z.array(z.string()),
  })
  .meta({ id: 'Answer' });

/** What a controller of acts does with each of them. */
export interface ActController {
  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer>;
}

/**
 * Gives a controller one route for each noun of the table. Permission and payload come from the act, so that a route
 * cannot ask for less than its act, and an act has one schema: for validation, OpenAPI and the generated client.
 */
export function defineActRoutes<Name extends string>(
  controller: { readonly prototype: ActController },
  routes: Readonly<Record<string, Name>>,
  acts: Readonly<Record<Name, Pick<Act<never, z.ZodType, never>, 'by' | 'payload'>>>,
): void {
  const { prototype } = controller;
  for (const [noun, name] of Object.entries(routes)) {
    const { by, payload } = acts[name];
    if (by === 'machine') throw new Error(`${name} is the machine's and has no route`);
    // A method by the act's own name: Nest and OpenAPI both look a handler's metadata up by it.
    const { [name as string]: handle } = {
      [name](this: ActController, id: string, body: unknown, command: Command & { actor: Person }) {
        return this.act(id, name, body, command);
      },
    };
    Object.defineProperty(prototype, name, { value: handle, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
    const decorators: MethodDecorator[] = [
      Post(`:id/${noun}`),
      Requires(by satisfies Permission),
      ApiOperation({ operationId: name }),
      ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } }),
      ApiCommand(),
      ApiCreatedResponse({ standardSchema: answer }),
      ApiResponse({ status: 'default', standardSchema: problem }),
    ];
    for (const decorate of decorators) decorate(prototype, name, descriptor);
    Reflect.defineMetadata('design:paramtypes', [String, Object, Object], prototype, name);
    Param('id', { schema: idParam })(prototype, name, 0);
    Body({ schema: named(payload, name) })(prototype, name, 1);
    TheCommand()(prototype, name, 2);
  }
}

/** Payloads get the act's name in OpenAPI, `ProposePenalty`. */
const named = (payload: z.ZodType, act: string): z.ZodType =>
  payload.meta({ ...payload.meta(), id: act.charAt(0).toUpperCase() + act.slice(1) });
