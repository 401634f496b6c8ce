import type { Schemas } from '@fundguard/client';
import { expect } from '@jest/globals';
import ExcelJS from 'exceljs';
import { eventually } from './eventually.js';
import type { Name } from './people.js';
import { type TestPlatform, newKey } from './platform.js';

export type Cell = string | number | Date | { formula: string; result?: number } | null;

/** A workbook as an office program saves it. */
export async function xlsx(...rows: Cell[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The cells of a workbook that was downloaded, row by row. */
export async function cellsOf(response: Response): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) =>
    rows.push((row.values as unknown[]).slice(1).map((cell) => `${cell as string}`)),
  );
  return rows;
}

export async function sendSheet(
  platform: TestPlatform,
  who: Name,
  target: Record<string, string>,
  bytes: Buffer | string,
  name = '台账.xlsx',
): Promise<{ status: number; json: Record<string, unknown> }> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(Buffer.from(bytes as string))]), name);
  const query = new URLSearchParams(target).toString();
  const headers = { 'idempotency-key': newKey() };
  const response = await platform.send(who, `/api/v1/imports?${query}`, { method: 'POST', body: form, headers });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

export async function importOf(platform: TestPlatform, who: Name, id: string): Promise<Schemas['Import']> {
  return (await (await platform.send(who, `/api/v1/imports/${id}`)).json()) as Schemas['Import'];
}

export const turn = (platform: TestPlatform, who: Name, id: string, which: string) =>
  platform.send(who, `/api/v1/imports/${id}/${which}`, { method: 'POST', headers: { 'idempotency-key': newKey() } });

/** Tries an import, or takes it, and waits until that is through. */
export async function work(platform: TestPlatform, who: Name, id: string, which: 'check' | 'commit') {
  expect((await turn(platform, who, id, which)).status).toBe(201);
  const through = which === 'check' ? 'checked' : 'done';
  await eventually(async () => expect((await importOf(platform, who, id)).status).toBe(through));
  return (await importOf(platform, who, id)).counts;
}

/** A file, tried and taken. */
export async function importSheet(platform: TestPlatform, who: Name, target: Record<string, string>, bytes: Buffer) {
  const sent = await sendSheet(platform, who, target, bytes);
  expect(sent).toMatchObject({ status: 201 });
  const id = String(sent.json['id']);
  const tried = await work(platform, who, id, 'check');
  return { id, tried, taken: await work(platform, who, id, 'commit') };
}
