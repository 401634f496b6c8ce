import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';

const TONES: Readonly<Record<string, Tone>> = {
  struckOff: 'good',
  notFiled: 'quiet',
  merged: 'quiet',
  dismissed: 'quiet',
  filing: 'warning',
  legalReview: 'warning',
  approval: 'warning',
  closure: 'warning',
};

/** A stage; amber is where somebody's approval is awaited. */
export function StageTag({ stage }: { readonly stage: string }) {
  const { t } = useTranslation('domain');
  return <StateTag tone={TONES[stage] ?? 'active'}>{t(`stage.${stage}`)}</StateTag>;
}
