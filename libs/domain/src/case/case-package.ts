import { z } from 'zod';
import { type Person, requirePerson, selvesOf } from '../people/actor.js';
import { may } from '../people/roles.js';
import { Refusal } from '../refusal.js';
import type { Bilingual } from '../text.js';
import type { CaseFile, Exhibit } from './file.js';

/** What a case package calls itself; a change that an older verifier would misread is a new version. */
export const PACKAGE_FORMAT = 'fundguard-case-package';
export const PACKAGE_VERSION = 1;

/** The parts every package has. The manifest names all others, and is named by nothing. */
export const PACKAGE_PATHS = {
  manifest: 'manifest.json',
  events: 'events.jsonl',
  chain: 'chain.jsonl',
  file: 'case.json',
  people: 'people.json',
  transfers: 'transfers.json',
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const path = z.string().min(1).max(200);

export const packageEntry = z.object({
  path,
  bytes: z.int().nonnegative(),
  sha256,
  exhibit: z.uuid().optional().meta({ description: 'Of evidence: the exhibit whose bytes these are' }),
});
export type PackageEntry = z.infer<typeof packageEntry>;

/** 卷包清单. What else may stand in it later does not make an older verifier refuse it. */
export const packageManifest = z.object({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  case: z.object({ id: z.uuid(), number: z.string(), region: z.string() }),
  exportedAt: z.iso.datetime(),
  exportedBy: z.object({ name: z.string(), account: z.uuid().optional() }),
  record: z.object({ events: z.int().positive(), head: sha256 }),
  entries: z.array(packageEntry).max(100_000),
});
export type PackageManifest = z.infer<typeof packageManifest>;

/** One line of the chain: how an event is tied to the one before it. */
export const chainLink = z.object({ seq: z.int().positive(), prev: sha256, hash: sha256 });

/** As much of an event as a verifier reads; its line is hashed as it stands. */
export const packedEvent = z.object({
  file_id: z.uuid(),
  seq: z.int().positive(),
  kind: z.string(),
  command_id: z.uuid(),
  data: z.record(z.string(), z.unknown()),
});

/** What the record says of an exhibit when it comes in. */
export const addedExhibit = z.object({ sha256, name: z.string(), bytes: z.int() });

/** The first thing about a package that is not as it was made. */
export interface PackageFault {
  readonly kind: 'gap' | 'chain' | 'hash' | 'head' | 'missing' | 'unexpected';
  readonly event?: number;
  readonly path?: string;
}

export const PACKAGE_FAULTS: Readonly<Record<PackageFault['kind'], Bilingual>> = {
  gap: { zh: '此前的记录缺失', en: 'an event before it is missing' },
  chain: { zh: '与前一条记录不相接', en: 'it does not follow from the event before it' },
  hash: { zh: '内容与记录的哈希不符', en: 'the bytes are not those that were recorded' },
  head: { zh: '记录链的末端与清单不符', en: 'the chain does not end where the manifest says' },
  missing: { zh: '应有而没有', en: 'it should be there and is not' },
  unexpected: { zh: '清单之外多出', en: 'the manifest does not name it' },
};

/** Who may take a whole case out: leaders and auditors of its region, and those who work on it (R-XFER-12). */
export function mayExport({ handler, officers }: CaseFile, person: Person): boolean {
  if (!may(person, 'case.export')) return false;
  if (person.roles.some((role) => role === 'leader' || role === 'auditor')) return true;
  return selvesOf(person).some((each) => each === handler || officers.includes(each));
}

/** @throws {Refusal} `permission.missing` or `case.not-handler` */
export function requireExportable(file: CaseFile, person: Person): void {
  requirePerson(person, 'case.export');
  if (mayExport(file, person)) return;
  throw new Refusal('forbidden', 'case.not-handler', {
    zh: '仅限本案办案人员、负责人和审计人员',
    en: 'only officers of this case, leaders and auditors may do this',
  });
}

/** `evidence/<exhibit>.pdf`: never the name somebody gave the file, which may lead anywhere. */
export function pathOfExhibit({ id, name }: Pick<Exhibit, 'id' | 'name'>): string {
  const [, ending = ''] = /(\.[A-Za-z0-9]{1,8})$/.exec(name) ?? [];
  return `evidence/${id}${ending.toLowerCase()}`;
}
