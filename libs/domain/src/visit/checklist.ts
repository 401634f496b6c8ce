import { z } from 'zod';
import { certainty } from '../law/clock.js';
import { bilingual } from '../text.js';

const id = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens');

/** 检查项目: one question, asked and recorded. `asksAmount`: a problem there is money of the fund. */
const checklistLine = z.strictObject({
  id,
  group: id,
  ask: bilingual,
  /** Only for units of these types; left out: for all the checklist is for. */
  types: z.array(z.string().min(1)).min(1).optional(),
  asksAmount: z.boolean().default(false),
  basis: z.string().min(1),
});
export type ChecklistLine = z.output<typeof checklistLine>;

/** 检查工作清单, as data (R-INSP-01): what is asked of a kind of unit, what inspected people are told first, and what they are asked. */
export const checklist = z
  .strictObject({
    id,
    version: z.int().positive(),
    name: bilingual,
    /** 单位类别 it is for; with `types`, only those among them, and before a checklist that names none. */
    for: z.strictObject({
      kinds: z.array(z.string().min(1)).min(1),
      types: z.array(z.string().min(1)).min(1).optional(),
    }),
    certainty,
    source: z.string().min(1),
    record: z.strictObject({
      title: z.string().min(1),
      rights: z.array(z.string().min(1)).min(1),
      closing: z.string().min(1),
    }),
    /** 询问题库. */
    questions: z.array(bilingual).min(1),
    groups: z.array(z.strictObject({ id, name: bilingual })).min(1),
    lines: z.array(checklistLine).min(1).max(200),
  })
  .superRefine(({ groups, lines, questions: _questions }, issue) => {
    const known = new Set(groups.map((each) => each.id));
    const seen = new Set<string>();
    lines.forEach((line, index) => {
      const complain = (field: string, message: string) =>
        issue.addIssue({ code: 'custom', path: ['lines', index, field], message });
      if (seen.has(line.id)) complain('id', `the id ${line.id} is used twice`);
      if (!known.has(line.group)) complain('group', `no group ${line.group}`);
      seen.add(line.id);
    });
  })
  .meta({ id: 'Checklist' });
export type Checklist = z.output<typeof checklist>;

interface InspectedUnit {
  readonly kind: string;
  readonly type: string;
}

/** The checklist for a unit: one that names its type comes before one that names its kind alone. */
export function checklistFor(checklists: readonly Checklist[], { kind, type }: InspectedUnit): Checklist | undefined {
  const fitting = checklists.filter((each) => each.for.kinds.includes(kind));
  return fitting.find((each) => each.for.types?.includes(type)) ?? fitting.find((each) => !each.for.types);
}

/** As a visit pins it: the lines that are asked of this unit, and no others. */
export const pinned = (list: Checklist, { type }: InspectedUnit): Checklist => ({
  ...list,
  lines: list.lines.filter(({ types }) => !types || types.includes(type)),
});

export const checklistReference = (list: Pick<Checklist, 'id' | 'version'>): string => `${list.id}@${list.version}`;
