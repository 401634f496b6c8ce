import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Worker, type WorkflowBundle, bundleWorkflowCode } from '@temporalio/worker';
import { bundleWorkflows } from '../support/platform.js';

/**
 * Every history that was ever recorded runs again on today's workflows. One that does not any more belongs to workflows
 * that may still be running somewhere: patch the change, or let the old code stand.
 */
const HISTORIES = fileURLToPath(new URL('histories/', import.meta.url));
const names = (await readdir(HISTORIES)).filter((name) => name.endsWith('.json')).sort();
const EXPECTED = [
  'case-missed-limit',
  'case-to-strike-off',
  'case-with-transfer',
  'deadline-climbed-to-the-top',
  'deadline-recalled',
  'hundred-day-campaign',
];

/** What went wrong with each history, by name; null where nothing did. */
async function replay(workflowBundle: WorkflowBundle, only = names): Promise<Record<string, string | null>> {
  const histories = await Promise.all(
    only.map(async (name) => ({
      workflowId: name,
      history: historyFromJSON(JSON.parse(await readFile(HISTORIES + name, 'utf8'))),
    })),
  );
  const results: Record<string, string | null> = {};
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    results[workflowId] = error?.name ?? null;
  }
  return results;
}

test('there is a history of each behaviour', () => {
  expect(names.map((name) => name.replace('.json', ''))).toEqual(expect.arrayContaining(EXPECTED));
});

describe('today’s workflows', () => {
  let bundle: WorkflowBundle;
  beforeAll(async () => {
    bundle = await bundleWorkflows();
  }, 60_000);

  test('replay every history there is', async () => {
    expect(await replay(bundle)).toEqual(Object.fromEntries(names.map((name) => [name, null])));
  });
});

describe('workflows that were changed', () => {
  const source = fileURLToPath(new URL('../../workflows/src', import.meta.url));
  const scratch = fileURLToPath(new URL('../../.cache/changed-workflows-', import.meta.url));
  let copy = '';
  afterEach(() => rm(copy, { recursive: true }));

  test.each([
    [
      'tells nobody of what happened',
      'case/in-hand.ts',
      'await announce();',
      'await Promise.resolve();',
      'case-to-strike-off',
    ],
    [
      'delivers no transfer',
      'case/transfers.ts',
      /file\.learn\(await deliverTransfer\(.*\)\);/,
      '',
      'case-with-transfer',
    ],
    [
      'announces once too often',
      'campaign/campaign.ts',
      'await announceCampaign(campaignId);',
      '$&$&',
      'hundred-day-campaign',
    ],
    ['skips a rung', 'deadline/deadline.ts', /await takeStep\([^;]*\);/, '', 'deadline-climbed-to-the-top'],
  ])(
    'a workflow that %s does not pass',
    async (_what, file, from, to, affected) => {
      copy = await mkdtemp(scratch);
      await cp(source, copy, { recursive: true });
      const before = await readFile(`${copy}/${file}`, 'utf8');
      await writeFile(`${copy}/${file}`, before.replace(from, to));
      expect(await readFile(`${copy}/${file}`, 'utf8')).not.toBe(before);
      const logger = new DefaultLogger('ERROR');
      const changed = await bundleWorkflowCode({ workflowsPath: `${copy}/index.ts`, logger });
      const only = names.filter((name) => name === `${affected}.json`);
      expect(await replay(changed, only)).toEqual(
        Object.fromEntries(only.map((name) => [name, 'DeterminismViolationError'])),
      );
    },
    60_000,
  );
});
