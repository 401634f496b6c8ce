import { fileURLToPath } from 'node:url';

/** The repository's data folder; `src` and `dist` lie equally deep below it. */
export const dataDir = fileURLToPath(new URL('../../../data', import.meta.url));
