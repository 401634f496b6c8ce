import type { Schemas } from '@fundguard/client';
import dayjs, { type Dayjs } from 'dayjs';

export type Report = Schemas['Report'];
type Lead = Report['lead'];

/** The form as it is typed in. What is under `reporter` is never kept on this computer. */
export interface Typed {
  readonly reporter?: { kind?: 'none' | 'anonymous' | 'named'; name?: string; phone?: string; address?: string };
  readonly source?: Lead['source'];
  readonly tags?: Lead['tags'];
  readonly subject?: { kind?: Lead['subject']['kind']; unit?: string; name?: string; idNumber?: string };
  readonly title?: string;
  readonly summary?: string;
  readonly region?: string;
  readonly handler?: string;
  readonly assignment?: { by?: string; number?: string; due?: Dayjs };
}

const given = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** As the API takes it; what was left empty is left out. */
export function reportOf({
  reporter,
  source,
  tags,
  subject,
  title,
  summary,
  region,
  handler,
  assignment,
}: Typed): Report {
  const { kind = 'institution', unit, idNumber } = subject ?? {};
  const number = given(assignment?.number);
  const lead = {
    ...{ title: given(title), region, source, summary: given(summary), handler },
    ...(tags && tags.length > 0 ? { tags } : {}),
    subject: {
      ...{ kind, name: given(subject?.name) },
      ...(kind === 'institution' && unit ? { unit } : {}),
      ...(kind === 'individual' && given(idNumber) ? { idNumber: given(idNumber) } : {}),
    },
    ...(source === 'assigned'
      ? {
          assignment: {
            by: given(assignment?.by),
            due: assignment?.due?.format('YYYY-MM-DD'),
            ...(number ? { number } : {}),
          },
        }
      : {}),
  } as Lead;
  return { lead, ...reporterOf(reporter) };
}

function reporterOf(reporter: Typed['reporter']): Pick<Report, 'reporter'> {
  if (!reporter?.kind || reporter.kind === 'none') return {};
  if (reporter.kind === 'anonymous') return { reporter: { kind: 'anonymous' } };
  const [name, phone, address] = [given(reporter.name), given(reporter.phone), given(reporter.address)];
  return {
    reporter: {
      kind: 'named',
      ...(name ? { name } : {}),
      ...(phone ? { phone } : {}),
      ...(address ? { address } : {}),
    },
  };
}

/** A draft comes back from storage with its day as a text. */
export function fromDraft(draft: Record<string, unknown> | undefined): Typed {
  const typed = (draft ?? {}) as Typed;
  const due = typed.assignment?.due as unknown;
  return typeof due === 'string' ? { ...typed, assignment: { ...typed.assignment, due: dayjs(due) } } : typed;
}
