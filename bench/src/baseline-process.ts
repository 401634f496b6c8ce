import { NativeConnection } from '@temporalio/worker';
import { installRuntime } from '@fundguard/worker';
import { baselineWorker } from './engine.js';

/** A bare worker in a process of its own, for the engine at the address given. */
installRuntime('ERROR');
const connection = await NativeConnection.connect({ address: process.argv[2] ?? '' });
const worker = await baselineWorker({ connection });
process.once('SIGTERM', () => worker.shutdown());
process.send?.('ready');
await worker.run();
await connection.close();
process.exit(0);
