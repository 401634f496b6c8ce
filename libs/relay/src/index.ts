export { Relay, type RelayOptions } from './relay.js';
