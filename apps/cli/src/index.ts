export { isHealthy, nodeService } from './node-service.js';
export { openPostgres, type Postgres, throwAwayPostgres, type ThrowAwayPostgres } from './postgres/index.js';
export { type Running } from './program.js';
export { play } from './rehearse/play.js';
export { openStage } from './rehearse/stage.js';
export { skippingTime } from './rehearse/skipping-time.js';
export { type Service, serve } from './service.js';
export { devServer } from './temporal.js';
