import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { Target } from './queries';

const TONES: Readonly<Record<Target['state'], Tone>> = {
  met: 'good',
  onTheWay: 'active',
  missed: 'bad',
  unknown: 'quiet',
};

export function TargetStateTag({ state }: Pick<Target, 'state'>) {
  const { t } = useTranslation('targets');
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>;
}
