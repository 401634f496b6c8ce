import { randomUUID } from 'node:crypto';
import { type Command, machineCommandId } from '@fundguard/casework';
import { type Person, Refusal } from '@fundguard/domain';
import { type ExecutionContext, applyDecorators, createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { personOf } from './access.js';

const KEY = /^[\x21-\x7e]{1,200}$/;
/** Version 8 is the machine's own: nobody takes the place of a command of the clock. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-7][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const VERSION = /^(?:W\/)?"?(\d{1,9})"?$/;

/** The command a request stands for: who, which idempotency key, which version they saw. */
export const TheCommand = createParamDecorator((_: unknown, context: ExecutionContext): Command & { actor: Person } => {
  const http = context.switchToHttp().getRequest<FastifyRequest>();
  const actor = personOf(http);
  const expected = expectedVersion(http.headers['if-match']);
  return {
    id: commandId(http.headers['idempotency-key'], actor),
    actor,
    ...(expected === undefined ? {} : { expected }),
  };
});

export const ApiCommand = () =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key acts once, however often it is sent',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The version that was seen; a newer one refuses the command',
    }),
  );

/** Keys are a person's own: one account's key never answers for another's. A UUID is taken as it is: it belongs to who used it first. */
function commandId(key: string | string[] | undefined, { account }: Person): string {
  if (key === undefined) return randomUUID();
  if (typeof key !== 'string' || !KEY.test(key)) throw malformed('Idempotency-Key', '1 to 200 visible characters');
  return UUID.test(key) ? key.toLowerCase() : machineCommandId('key', account, key);
}

function expectedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const version = VERSION.exec(header)?.[1];
  if (version === undefined) throw malformed('If-Match', 'a version such as "3"');
  return Number(version);
}

const malformed = (field: string, expected: string) =>
  new Refusal(
    'invalid',
    'request.header',
    { zh: `请求头 ${field} 格式不正确`, en: `${field} must be ${expected}` },
    { field },
  );
