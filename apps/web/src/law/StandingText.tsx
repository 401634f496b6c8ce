import type { Schemas } from '@fundguard/client';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';

const TONES = { running: 'good', lastDay: 'warning', passed: 'bad' } as const;

/** How a limit stands on a day: days left in both ways of counting, or how long it has passed. */
export function StandingText({ standing }: { readonly standing: Schemas['Standing'] }) {
  const { t } = useTranslation('law');
  const { state, days, workingDays } = standing;
  return (
    <StateTag tone={TONES[state]}>
      {t(`standing.${state}`, { days: Math.abs(days), workingDays: Math.abs(workingDays) })}
    </StateTag>
  );
}
