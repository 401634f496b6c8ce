import { readdir } from 'node:fs/promises';
import type pg from 'pg';
import type { TestPlatform } from './platform.js';

const TABLES = [
  ...['event', 'command', 'case_file', 'campaign', 'participant', 'money_entry'],
  ...['account', 'webhook', 'calendar_year', 'notification_read'],
];

/** Everything that is kept and that a refused request must leave as it was: rows, versions and files. */
export async function stored(platform: TestPlatform, owner: pg.Client) {
  const counts = TABLES.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ');
  const { rows } = await owner.query(`select ${counts}, (select sum(version) from obligation) as versions`);
  return { rows: rows as unknown[], files: (await readdir(platform.files, { recursive: true })).sort() };
}
