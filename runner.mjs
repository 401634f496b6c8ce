import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
require('jest').run(process.argv.slice(2));
