import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { BUNDLE } from './worker.js';

/** Build step: the workflows as one file, so that a worker need not bundle them at every start. */
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(import.meta.resolve('@fundguard/workflows')),
  logger: new DefaultLogger('WARN'),
});
await writeFile(BUNDLE, code);
