import { z } from 'zod';
import type { Context } from '../act.js';
import { certainty } from '../law/clock.js';
import { type Person, requirePerson } from '../people/actor.js';
import { type Permission, PERMISSIONS, type Role } from '../people/roles.js';
import { Refusal } from '../refusal.js';
import { type Bilingual, bilingual, text } from '../text.js';

/** 检查纪律: what whoever inspects has to know and keep (R-ACC-04…07). A changed text is a new version, acknowledged anew. */
export const discipline = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  name: bilingual,
  certainty,
  source: z.string(),
  rules: z.array(bilingual.extend({ id: z.string() })).min(1),
  declaration: bilingual,
});
export type Discipline = z.infer<typeof discipline>;

export const disciplineReference = ({ id, version }: Pick<Discipline, 'id' | 'version'>): string => `${id}@${version}`;

/** What makes somebody an inspector of a campaign: to enter what an inspection found, and to see who was drawn. */
const INSPECTS: readonly Permission[] = ['problem.enter', 'draw.read'];
export const INSPECTOR_ROLES: readonly Role[] = [
  ...new Set(INSPECTS.flatMap((each) => PERMISSIONS[each] as readonly Role[])),
].filter((each) => each !== 'unitContact');

export const unacknowledged = (campaign: string, current: Discipline): Refusal =>
  new Refusal(
    'forbidden',
    'discipline.unacknowledged',
    {
      zh: '您还没有确认本专项的检查纪律：请在“组织与职责 · 检查纪律”中阅读并确认后再办理',
      en: 'you have not acknowledged the discipline of inspectors in this campaign: read it under Organisation, Discipline, and acknowledge it first',
    },
    { standing: { campaign, document: disciplineReference(current) } },
  );

export const acknowledgementPayload = z
  .strictObject({
    campaign: z.uuid(),
    document: text(200).meta({ description: 'The version that was read' }),
    conflicts: text(2_000).optional().meta({ description: 'Whom one must not inspect, and why' }),
  })
  .meta({ id: 'DisciplineAcknowledgement' });

/** 廉政承诺: only of the text that is in force. */
export function acknowledge(
  { document, conflicts }: z.output<typeof acknowledgementPayload>,
  current: Discipline,
  { actor }: Context,
) {
  requirePerson(actor, 'note.acknowledge');
  if (document !== disciplineReference(current)) throw changed(current);
  return { kind: 'disciplineAcknowledged', data: { document, ...(conflicts ? { conflicts } : {}) } };
}

const changed = (current: Discipline) =>
  new Refusal(
    'conflict',
    'discipline.changed',
    { zh: '检查纪律已更新，请阅读新版后确认', en: 'the text has changed: read the new version and acknowledge that' },
    { field: 'document', standing: { document: disciplineReference(current) } },
  );

export const NOTE_KINDS = ['guidance', 'manual'] as const;

/** 条线指导、操作手册 (R-ORG-21, R-CAMP-27): issued to units, and to everybody who leads or inspects; a new edition of a title is a new one. */
export interface Note {
  readonly id: string;
  readonly kind: (typeof NOTE_KINDS)[number];
  readonly title: string;
  readonly edition: number;
  readonly text: string;
  readonly units: readonly string[];
}

export const notePayload = z
  .strictObject({
    campaign: z.uuid(),
    kind: z.enum(NOTE_KINDS),
    title: text(200),
    text: text(50_000),
    units: z
      .array(z.uuid())
      .max(5_000)
      .default([])
      .meta({ description: 'To these units; to the inspectors alone where none is named' }),
  })
  .meta({ id: 'NewNote' });

export function issueNote(
  id: string,
  { kind, title, text: said, units }: z.output<typeof notePayload>,
  editions: number,
  { actor }: Context,
): Note {
  requirePerson(actor, 'campaign.coordinate');
  return { id, kind, title, edition: editions + 1, text: said, units: [...new Set(units)] };
}

/** Whether a note is for this person: a unit's own, or any for who leads or inspects. */
export const isAddressed = ({ units }: Pick<Note, 'units'>, { unit, roles }: Pick<Person, 'unit' | 'roles'>): boolean =>
  roles.some((each) => INSPECTOR_ROLES.includes(each)) || (unit !== undefined && units.includes(unit));

export const noteSubject = (campaign: string, { title, kind }: Pick<Note, 'title' | 'kind'>): Bilingual => ({
  zh: `${campaign}：请阅知${kind === 'manual' ? '操作手册' : '指导意见'}《${title}》`,
  en: `${campaign}: please read and acknowledge "${title}"`,
});
