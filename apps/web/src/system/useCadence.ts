import { useTranslation } from 'react-i18next';

/** `每周四 17:00`. */
export function useCadence(): (weekday: number, time: string) => string {
  const { t } = useTranslation('system');
  return (weekday, time) => t('weekly', { day: t(`weekday.${weekday}`), time });
}
