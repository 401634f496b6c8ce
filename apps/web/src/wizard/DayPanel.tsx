import { Card, Empty, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import { dayText, inZone } from '../parts/time';
import { KindTag } from './KindTag';
import type { Entry } from './queries';

/** What fires on one day: for whom, and why. */
export function DayPanel({ entries, on }: { readonly entries: readonly Entry[]; readonly on: string }) {
  const { t } = useTranslation('wizard');
  return (
    <Card size="small" title={dayText(on)} className="wizard-day">
      {entries.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('day.nothing')} />}
      <ul>
        {entries.map((entry, index) => (
          <li key={index}>
            <KindTag kind={entry.kind} /> {inZone(entry.at).format('HH:mm')} <strong>{said(entry.what)}</strong>
            <div>
              {t('day.to')} {said(entry.to)}
            </div>
            <Typography.Text type="secondary">{said(entry.why)}</Typography.Text>
            <EntryMarks entry={entry} />
            {entry.units > 1 && (
              <details>
                <summary>{t('day.units', { count: entry.units })}</summary>
                {entry.names.join(t('comma'))}
                {entry.units > entry.names.length && '…'}
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function EntryMarks({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('wizard');
  return (
    <>
      {entry.keyTarget && <StateTag tone="warning">{t('key-target')}</StateTag>}
      {entry.provisional && <StateTag tone="warning">⚠ {t('provisional')}</StateTag>}
    </>
  );
}
