import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';
import type { Member } from './queries';

export const STATUSES = ['listed', 'withdrawn'] as const;

/** Whether they may be drawn today, and if not, why. */
export function MemberStatusTag({
  member: { status, usable },
}: {
  readonly member: Pick<Member, 'status' | 'usable'>;
}) {
  const { t } = useTranslation('pool');
  const state = status === 'withdrawn' ? 'withdrawn' : usable ? 'usable' : 'outOfTerm';
  return <StateTag tone={TONES[state]}>{t(`standing.${state}`)}</StateTag>;
}
const TONES = { usable: 'good', outOfTerm: 'warning', withdrawn: 'quiet' } as const;
