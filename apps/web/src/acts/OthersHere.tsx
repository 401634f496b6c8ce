import type { Schemas } from '@fundguard/client';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { minutesSince } from '../parts/time';
import type { ActName } from './schema';

interface Props {
  readonly act: ActName;
  readonly others: Schemas['Presence']['others'];
  /** When this was heard. */
  readonly at: number;
}

/** Who else has this form open, or another one on the same file. Said politely, and once. */
export function OthersHere({ act, others, at }: Props) {
  const { t } = useTranslation(['shell', 'domain']);
  const lineOf = ({ name, form, since }: Props['others'][number]) => {
    const count = minutesSince(since, at);
    return (
      <div key={`${name} ${form}`} className="break">
        {form === act ? t('form.same', { who: name }) : t('form.other', { who: name, what: t(`domain:act.${form}`) })}
        {/* Minutes go on: read out each time, they would disturb whoever is typing. */}
        <span aria-hidden>{count > 0 ? t('form.since', { count }) : t('form.since-now')}</span>
      </div>
    );
  };
  return (
    <div role="status">
      {others.length > 0 && (
        <Alert type="info" showIcon role="none" title={others.map(lineOf)} style={{ marginBlockEnd: 16 }} />
      )}
    </div>
  );
}
