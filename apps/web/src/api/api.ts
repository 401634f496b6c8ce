import { type Fundguard, connect } from '@fundguard/client';
import { currentLanguage } from '../locales';
import { ApiProblem, type ProblemDetails, unreachable } from './problem';

/** Of the session that is signed in; a cookie alone changes nothing (CSRF). */
let csrf = '';
export const rememberCsrf = (token: string): void => {
  csrf = token;
};

const SAFE = new Set(['GET', 'HEAD']);

/** The typed client of the generated paths. Whatever is not a success is thrown as an ApiProblem. */
export const api: Fundguard = connect(window.location.origin);

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    if (!SAFE.has(request.method)) request.headers.set('x-csrf-token', csrf);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw new ApiProblem(await detailsOf(response));
  },
  onError: () => unreachable(),
});

/** For what openapi-fetch has no words for: an act by its noun, a file. */
export async function send(method: 'POST' | 'PUT', path: string, body: unknown, headers: Record<string, string> = {}) {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method,
    headers: {
      'accept-language': currentLanguage(),
      'x-csrf-token': csrf,
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: isForm ? body : JSON.stringify(body),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw new ApiProblem(await detailsOf(response));
  return (await response.json()) as unknown;
}

/** A proxy in between answers in its own words: what is not problem+json still gets a status. */
async function detailsOf(response: Response): Promise<ProblemDetails> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (isProblem) return (await response.json()) as ProblemDetails;
  const { status, statusText } = response;
  return { type: `/problems/http.${status}`, title: statusText, status, detail: statusText };
}

/** What openapi-fetch answers, once failures are thrown. */
export const dataOf = <T>({ data }: { data?: T }): T => data as T;
