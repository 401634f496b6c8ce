import { writeFile } from 'node:fs/promises';
import { createApi, describeApi } from './app.js';
import type { ApiParts } from './app.module.js';

/** Writes `openapi.json`. The document comes from the routes and their schemas alone, so the parts are never used. */
const api = await createApi({
  platform: {},
  rulebook: {},
  calendars: {},
  blobs: {},
  temporalAnswers: () => Promise.resolve(false),
} as unknown as ApiParts);
await api.init();
await writeFile(new URL('../openapi.json', import.meta.url), `${JSON.stringify(describeApi(api), null, 2)}\n`);
await api.close();
