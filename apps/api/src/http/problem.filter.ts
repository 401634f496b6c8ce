import { Refusal, type RefusalKind } from '@fundguard/domain';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Unauthenticated } from './access.js';
import { type Problem, typeOf } from './problem.js';
import { InvalidRequest } from './validation.js';
import { wire } from './wire.js';

const STATUS: Record<RefusalKind, number> = { invalid: 422, conflict: 409, forbidden: 403, 'not-found': 404 };
const TITLE: Readonly<Record<number, string>> = {
  400: '请求有误 Bad request',
  401: '请先登录 Sign in first',
  403: '没有权限 Forbidden',
  404: '没有找到 Not found',
  409: '与现状冲突 Conflict',
  413: '内容过大 Too large',
  415: '文件类型不符 Unsupported type',
  422: '内容不合规则 Refused',
  429: '尝试过于频繁 Too many attempts',
  503: '服务暂不可用 Unavailable',
};

/** The one place that turns what went wrong into HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const found = this.describe(error);
    const english = /^en\b/i.test(http.getRequest<FastifyRequest>().headers['accept-language'] ?? '');
    const { detailEn } = found;
    const localised = english && detailEn ? { ...found, detail: detailEn, ...errorsInEnglish(found) } : found;
    const reply = http.getResponse<FastifyReply>();
    if (found.status === 503) void reply.header('retry-after', '5');
    void reply.status(found.status).type('application/problem+json').send(wire(localised));
  }

  private describe(error: unknown): Problem {
    if (error instanceof Refusal) {
      const { field, article, standing, permission } = error.details;
      return {
        ...make(STATUS[error.kind], error.code, error.text.zh, error.text.en),
        ...(field ? { field } : {}),
        ...(article ? { article } : {}),
        ...(standing === undefined ? {} : { standing }),
        ...(permission ? { permission } : {}),
      };
    }
    if (error instanceof InvalidRequest) {
      const [first] = error.errors;
      return {
        ...make(422, 'request.invalid', first?.zh ?? '', error.message),
        ...(first ? { field: first.field } : {}),
        errors: error.errors.map(({ field, zh, en }) => ({ field, detail: zh, detailEn: en })),
      };
    }
    if (error instanceof Unauthenticated) return make(401, 'session.missing', '请先登录', error.message);
    if (isStatusError(error)) return malformed(error.statusCode, error.message);
    if (error instanceof HttpException) return malformed(error.getStatus(), error.message);
    if (isUnstorable(error))
      return make(422, 'request.invalid', '内容含有无法识别的值或字符', 'a value or character in it means nothing');
    this.log.error(error);
    if (isUnavailable(error))
      return make(503, 'service.unavailable', '数据库暂不可用，请稍后重试', 'the database does not answer; try again');
    return make(500, 'internal', '系统内部错误，已记录', 'something went wrong on our side; it is in the log');
  }
}

const make = (status: number, code: string, zh: string, en: string): Problem => ({
  type: typeOf(code),
  title: TITLE[status] ?? '错误 Error',
  status,
  detail: zh,
  detailEn: en,
});

const errorsInEnglish = ({ errors }: Problem): Pick<Problem, 'errors'> =>
  errors ? { errors: errors.map((each) => ({ ...each, detail: each.detailEn ?? each.detail })) } : {};

/** Errors of Fastify and its plugins: too large, malformed, too many. */
const isStatusError = (error: unknown): error is Error & { statusCode: number } =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500;

const MALFORMED: Readonly<Record<number, readonly [code: string, zh: string]>> = {
  400: ['request.malformed', '请求内容无法解析'],
  404: ['route.unknown', '没有此接口'],
  413: ['request.too-large', '内容超过大小上限'],
  415: ['request.media-type', '不接受此类型的内容'],
  429: ['request.too-many', '尝试过于频繁，请稍后再试'],
};

/** What was refused before it reached any of our code. A form that is no form is of the wrong type like any other. */
function malformed(given: number, en: string): Problem {
  const status = given === 406 ? 415 : given;
  const [code, zh] = MALFORMED[status] ?? [`http.${status}`, en];
  return make(status, code, zh, en);
}

/** PostgreSQL's class of errors in data: a cursor that is none, a character it cannot keep. */
const isUnstorable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code));

/** Of the network, and of PostgreSQL: it goes down, comes up, or has no connection left. */
const CONNECTION_LOST =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57P0[123]|08\w{3}|53300)$/;

const isUnavailable = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && CONNECTION_LOST.test(String(error.code))) ||
    /connection terminated|is not queryable|timeout exceeded when trying to connect/i.test(error.message));
