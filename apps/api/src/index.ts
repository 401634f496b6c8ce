export type { ApiParts } from './app.module.js';
export { createApi, describeApi } from './app.js';
export { COOKIE } from './session/sessions.js';
