export type { ApiParts } from './app.module.js';
export { createApi, describeApi } from './app.js';
export { BlobStore } from './case/blobs.js';
export { COOKIE } from './session/sessions.js';
