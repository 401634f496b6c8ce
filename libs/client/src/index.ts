import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './generated/api.js';

export { ACTS } from './generated/acts.js';
export type { components, paths };
export type Schemas = components['schemas'];
export type Fundguard = Client<paths>;

/** The API, typed from its OpenAPI document. For programs: a bearer token; browsers sign in with a cookie. */
export const connect = (baseUrl: string, token?: string): Fundguard =>
  createClient<paths>({ baseUrl, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) });
