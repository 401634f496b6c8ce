export { BUNDLE, createWorker } from './worker.js';
