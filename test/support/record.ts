import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { TestPlatform } from './platform.js';

/** RECORD=1 keeps a history as a fixture that later releases must replay. A name that exists is never written again. */
export async function record(platform: TestPlatform, workflowId: string, name: string): Promise<void> {
  if (!process.env['RECORD']) return;
  const history = await platform.temporal.client.workflow.getHandle(workflowId).fetchHistory();
  await writeFile(new URL(`../replay/histories/${name}.json`, import.meta.url), historyToJSON(history), { flag: 'wx' });
}
