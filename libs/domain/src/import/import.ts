import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { SHEET_ENCODINGS, type SheetReading } from './cell.js';
import { IMPORT_KINDS, type ImportKind, importOf } from './kinds.js';
import type { ColumnUse } from './mapping.js';

export const IMPORT_STATUSES = ['mapped', 'checking', 'checked', 'importing', 'done', 'cancelled'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What becomes of a row: written, written over what stood, found as it stands, or refused. */
export const ROW_VERDICTS = ['add', 'change', 'same', 'refuse'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];
export type ImportCounts = Readonly<Record<RowVerdict, number>>;
export const NO_COUNTS: ImportCounts = { add: 0, change: 0, same: 0, refuse: 0 };

/** Where an import goes. */
export const importTarget = z
  .object({
    kind: z.enum(IMPORT_KINDS),
    campaign: z.uuid().optional().meta({ description: 'For problems and reports' }),
    source: text(100).optional().meta({ description: 'For reports: what is reported, as the obligation names it' }),
    period: z.string().max(40).optional().meta({ description: 'For reports: which of a recurring one' }),
  })
  .refine(({ kind, campaign }) => !importOf(kind).campaign || campaign !== undefined, {
    path: ['campaign'],
    error: '请指定专项 · a campaign is needed',
  })
  .refine(({ kind, source }) => kind !== 'reports' || source !== undefined, {
    path: ['source'],
    error: '请指定应报事项 · say what is reported',
  });
export type ImportTarget = z.output<typeof importTarget>;

/** How it is to be read, as a person set it right. */
export const importSetting = z
  .strictObject({
    encoding: z.enum(SHEET_ENCODINGS).optional(),
    sheet: z.string().max(200).optional(),
    headingRow: z.int().min(1).max(200_000).optional(),
    columns: z
      .array(z.strictObject({ heading: z.string().max(40_000), field: z.string().max(40).nullable() }))
      .max(500)
      .optional(),
  })
  .meta({ id: 'ImportSetting' });
export type ImportSetting = z.output<typeof importSetting>;

export interface SheetImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly version: number;
  readonly owner: string;
  readonly region: string;
  readonly unit: string | null;
  readonly campaign: string | null;
  readonly source: string | null;
  readonly period: string | null;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reading: SheetReading;
  readonly headingRow: number;
  readonly columns: readonly ColumnUse[];
  readonly job: string | null;
  readonly counts: ImportCounts;
  /** The last row of the file that was written or passed over. */
  readonly committed: number;
}

/** 改读法, 试导入, 正式导入, 取消: from which status. */
export const IMPORT_ACTS = {
  set: ['mapped', 'checked'],
  check: ['mapped', 'checked'],
  commit: ['checked'],
  cancel: ['mapped', 'checking', 'checked', 'importing'],
} as const satisfies Record<string, readonly ImportStatus[]>;

export function requireStatus(status: ImportStatus, act: keyof typeof IMPORT_ACTS): void {
  if ((IMPORT_ACTS[act] as readonly ImportStatus[]).includes(status)) return;
  throw new Refusal(
    'conflict',
    'import.status',
    { zh: '导入当前状态不允许此操作', en: `the import is ${status}; this is not done then` },
    { standing: { status } },
  );
}
