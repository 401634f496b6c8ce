export { BUNDLE, createWorker, installRuntime } from './worker.js';
