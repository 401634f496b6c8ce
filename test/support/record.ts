import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { TestPlatform } from './platform.js';

/**
 * RECORD=1 keeps a history as a fixture that this and every later release must replay. A name that exists is never
 * written again: a new behaviour gets a new name. To record, with a PostgreSQL server and the time-skipping server at
 * hand (`npm test` gets both the first time it runs):
 *
 *   export TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres
 *   export TEMPORAL_TEST_SERVER_PATH=/path/to/temporal-test-server
 *   RECORD=1 node --experimental-vm-modules node_modules/jest/bin/jest.js --runInBand test/e2e
 */
export async function record(platform: TestPlatform, workflowId: string, name: string): Promise<void> {
  if (!process.env['RECORD']) return;
  const history = await platform.temporal.client.workflow.getHandle(workflowId).fetchHistory();
  const path = new URL(`../replay/histories/${name}.json`, import.meta.url);
  await writeFile(path, historyToJSON(history), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
