import type { Instant } from '@fundguard/domain';

/** What a list of cases is narrowed to; what is left out narrows nothing. */
export interface CaseFilter {
  readonly stage?: string | undefined;
  readonly handler?: string | undefined;
  readonly campaign?: string | undefined;
  /** Words of the number, the title or the subject. */
  readonly words?: string | undefined;
  /** The keyed hash of an identity number. */
  readonly blind?: Buffer | undefined;
  /** What the mask of an identity number shows. */
  readonly masked?: string | undefined;
  /** Whose next limit passed by now, or comes within three days. */
  readonly due?: { readonly now: Instant; readonly kind: 'soon' | 'overdue' } | undefined;
}

/** Conditions on `case_file c`, with the parameters $1 to $8. */
export const CASE_FILTER = `
  ($1::text is null or c.stage = $1) and ($2::uuid is null or c.handler = $2) and ($3::uuid is null or c.campaign_id = $3)
  and ($4::text is null or c.id in (select cases_with($4)))
  and ($5::bytea is null or c.id in (select case_id from case_identity where blind = $5))
  and ($6::text is null or c.id in (select case_id from case_identity where masked = $6))
  and ($7::timestamptz is null or (c.next_due > $7) = $8 and c.next_due < $7::timestamptz + interval '3 days')`;

export const caseFilterValues = ({ stage, handler, campaign, words, blind, masked, due }: CaseFilter): unknown[] => [
  ...[stage, handler, campaign, words, blind, masked, due?.now].map((each) => each ?? null),
  due?.kind === 'soon',
];
