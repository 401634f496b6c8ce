import { forgetSent, openDatabase } from '@fundguard/persistence';
import { Relay } from '@fundguard/relay';
import { Client, Connection } from '@temporalio/client';
import { Unmet } from '../../../scripts/say.mjs';
import { findConnections } from './connections.js';

export const help = `fundguard rehydrate

  从数据库恢复流程 · starts the workflow of every open campaign, deadline and case again, from PostgreSQL alone: for when
  Temporal's own store was lost. Deadlines that passed meanwhile fire at once; what was done before is not done again.

  Uses the running product, or DATABASE_URL and TEMPORAL_ADDRESS.`;

export async function run(): Promise<number> {
  const { databaseUrl, temporalAddress, temporalNamespace } = findConnections();
  const db = await openDatabase(databaseUrl, 4);
  const connection = await Connection.connect({ address: temporalAddress, connectTimeout: 5_000 }).catch(
    (error: Error) => {
      throw new Unmet(`Temporal does not answer at ${temporalAddress}: ${error.message}`);
    },
  );
  let trouble: Error | undefined;
  const relay = new Relay(db, new Client({ connection, namespace: temporalNamespace }), {
    onTrouble: (error) => (trouble = error instanceof Error ? error : new Error(String(error))),
  });
  try {
    const open = await forgetSent(db);
    // The worker's own relay may bring some of them meanwhile; a signal that arrives twice is harmless.
    await relay.sweepOnce();
    if (trouble) throw trouble;
    console.log(`已恢复 ${open} 个流程 ✓ · ${open} workflows run again`);
    return 0;
  } finally {
    await relay.stop();
    await connection.close();
    await db.close();
  }
}
