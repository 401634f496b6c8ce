import type { ImportKind } from '@fundguard/domain';
import type { Importer } from './importer.js';
import { problems } from './problems.js';
import { reports } from './reports.js';
import { units } from './units.js';

/** What an entry is, only its own importer knows. */
const IMPORTERS: Readonly<Record<ImportKind, Importer<never>>> = {
  units: units as unknown as Importer<never>,
  problems: problems as unknown as Importer<never>,
  reports: reports as unknown as Importer<never>,
};

export const importerOf = (kind: ImportKind): Importer<unknown> => IMPORTERS[kind];
