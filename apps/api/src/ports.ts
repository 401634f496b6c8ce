/** Injection tokens for what the composition root brings. */
export const DATABASE = Symbol('database');
export const CLOCK_PORT = Symbol('clock');
export const PLATFORM = Symbol('platform');
export const RULEBOOK = Symbol('rulebook');
export const CALENDARS = Symbol('calendars');
export const BLOBS = Symbol('blobs');
/** Whether this process runs as a demonstration. */
export const IS_DEMO = Symbol('is-demo');
export const READINESS = Symbol('readiness');
