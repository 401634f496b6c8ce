import type { AccountId } from '../people/actor.js';
import type { ReportForm } from './form.js';
import type { Values } from './values.js';

/** 书面报告, as it was uploaded; kept under its hash. */
export interface ReportFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** What was handed in: a text, a form, a file, or several of them. */
export interface Report {
  readonly content?: string;
  /** Free figures, where no form asks for them. */
  readonly figures: Readonly<Record<string, string>>;
  readonly zero: boolean;
  readonly late: boolean;
  /** `id@version` of the form the values are in. */
  readonly form?: string;
  readonly values?: Values;
  /** What the system knew when it was handed in, by field. */
  readonly known?: Values;
  /** Why another value stands than the one the system knew. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** Fields that changed strikingly since last time. */
  readonly questioned?: readonly string[];
  /** 本期无变化: the figures of last time, again. */
  readonly unchanged?: true;
  /** 代录: entered for the unit by whoever coordinates. */
  readonly onBehalf?: true;
  readonly file?: ReportFile;
  /** Who answers for the written report. */
  readonly signedBy?: { readonly name: string; readonly position: string };
}

/** What a decision about a report rests on beside the obligation; looked up in its transaction. */
export interface ReportBasis {
  readonly form?: ReportForm | undefined;
  readonly known: Values;
  /** What was last reported of the same thing, corrections included. */
  readonly last?: Report | undefined;
  readonly files: readonly ReportFile[];
  /** Who corrected it since it was handed in. */
  readonly correctedBy: readonly AccountId[];
}

export const NO_BASIS: ReportBasis = { known: {}, files: [], correctedBy: [] };

/** One changed value: before → after. */
export interface Correction {
  /** `values.checked`, `figures.人次`, `content`. */
  readonly field: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly before: string | null;
  readonly after: string;
}
