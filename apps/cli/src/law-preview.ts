import { type CaseFile, ENDED, lawReference, previewLaw } from '@fundguard/domain';
import { EVERYWHERE, openDatabase } from '@fundguard/persistence';
import { RulebookError, loadRulebook, readPack, workingCalendar } from '@fundguard/rulebook';
import { Unmet } from '../../../scripts/say.mjs';
import { findConnections } from './connections.js';

const PAGE = 500;

/** Lists the open cases that a new pack would change, one JSON object a line. Nothing is changed. */
export async function previewPack(file: string): Promise<number> {
  const candidate = await readPack(file).catch((error: unknown) => {
    throw error instanceof RulebookError ? new Unmet(error.message) : error;
  });
  const rules = await loadRulebook();
  const calendar = workingCalendar(rules.calendarYears);
  const db = await openDatabase(findConnections().databaseUrl, 1);
  let [seen, changed] = [0, 0];
  try {
    for await (const open of openCases(db)) {
      const [has, other] = [rules.law(open.law), rules.lawAsIf(open, candidate)];
      const change = previewLaw(open, has, other, calendar);
      seen += 1;
      if (!change) continue;
      changed += 1;
      const { id, number, stage } = open;
      const line = { case: id, number, stage, has: open.law, would: lawReference(other), ...change };
      console.log(JSON.stringify(line, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
    }
  } finally {
    await db.close();
  }
  console.error(`在办 ${seen} 件，其中 ${changed} 件会变化 · ${seen} open cases, ${changed} would change`);
  return 0;
}

async function* openCases(db: Awaited<ReturnType<typeof openDatabase>>): AsyncGenerator<CaseFile> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await db.within(EVERYWHERE, (tx) =>
      tx.query<{ state: CaseFile }>({
        text: 'select state from case_file where id > $1 and stage <> all($2) order by id limit $3',
        values: [after, ENDED, PAGE],
      }),
    );
    yield* page.map(({ state }) => state);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.state.id;
  }
}
