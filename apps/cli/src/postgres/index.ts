export { openPostgres, type Postgres } from './server.js';
export { throwAwayPostgres, type ThrowAwayPostgres } from './throw-away.js';
