import { z } from 'zod';
import type { CaseFile } from '../case/file.js';
import { certainty } from '../law/clock.js';
import { yuan } from '../money.js';
import { bilingual } from '../text.js';
import { chineseDay, dayOf } from '../time/instant.js';

/** What a template may put into its texts. */
const NAMES = [
  'number',
  'subject',
  'title',
  'grounds',
  'article',
  'refund',
  'fine',
  'multiple',
  'exhibits',
  'inquiries',
  'rectifyBy',
  'approvedOn',
  'decidedOn',
  'bureau',
] as const;
type Name = (typeof NAMES)[number];

const PLACE = /\{(\w+)\}/g;
const filled = z
  .string()
  .min(1)
  .refine(
    (text) => [...text.matchAll(PLACE)].every(([, name]) => (NAMES as readonly string[]).includes(name ?? '')),
    `only {${NAMES.join('}, {')}} may stand in a text`,
  );

/** In the order of the procedure. */
export const DOCUMENT_NEEDS = ['approvedProposal', 'decision'] as const;

/** 文书模板, as data: one text for the preview and for the file that is sent. */
export const documentTemplate = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
    version: z.int().positive(),
    name: bilingual,
    /** What must be on file before there is such a document. */
    needs: z.enum(DOCUMENT_NEEDS),
    certainty,
    source: z.string().min(1),
    title: filled,
    number: filled,
    addressee: filled,
    paragraphs: z.array(filled).min(1),
    signature: filled,
    date: filled,
  })
  .meta({ id: 'DocumentTemplate' });
export type DocumentTemplate = z.infer<typeof documentTemplate>;

/** A document as it is read and printed. */
export interface OfficialDocument {
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly date: string;
}

/** The document of a case; undefined while what it tells of is not on file. */
export function documentOf(template: DocumentTemplate, file: CaseFile, bureau: string): OfficialDocument | undefined {
  const { proposal, decision } = file;
  const penalty = template.needs === 'decision' ? decision?.penalty : proposal?.approvedBy && proposal.penalty;
  if (!penalty || !proposal) return undefined;
  const values: Record<Name, string> = {
    number: file.number,
    subject: file.subject.name,
    title: file.title,
    grounds: proposal.grounds,
    article: penalty.article,
    refund: yuan(penalty.refund),
    fine: yuan(penalty.fine),
    multiple: String(penalty.multiple / 100),
    exhibits: String(file.evidence.length),
    inquiries: String(file.inquiries.length),
    rectifyBy: decision ? chineseDay(decision.rectifyBy) : '',
    approvedOn: file.standing?.act === 'penaltyApproved' ? chineseDay(dayOf(file.standing.at)) : '',
    decidedOn: decision ? chineseDay(dayOf(decision.decidedAt)) : '',
    bureau,
  };
  const fill = (text: string) => text.replace(PLACE, (_, name: Name) => values[name]);
  const { title, number, addressee, paragraphs, signature, date } = template;
  return {
    title: fill(title),
    number: fill(number),
    addressee: fill(addressee),
    paragraphs: paragraphs.map(fill),
    signature: fill(signature),
    date: fill(date),
  };
}
