import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../parts/time';
import type { News } from './useOpenForm';

interface Props {
  readonly news: News;
  readonly withheld: string | undefined;
  readonly onGoOn: () => void;
}

/** What happened to the file while the form was open. Nothing is sent before the person says that they have seen it. */
export function NewsAlert({ news: { changes }, withheld, onGoOn }: Props) {
  const { t } = useTranslation(['shell', 'domain', 'cases']);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('form.news')}
      description={
        <>
          <ul style={{ paddingInlineStart: 20, marginBlock: '4px 8px' }}>
            {changes.map(({ kind, at, by }) => (
              <li key={`${kind} ${at}`} className="break">
                {t('form.happened', {
                  at: instantText(at),
                  who: t(`cases:machine.${by}`, by),
                  what: t(`domain:event.${kind}`),
                })}
              </li>
            ))}
          </ul>
          <p style={{ marginBlock: '0 8px' }}>{withheld ? t('form.withheld', { why: withheld }) : t('form.kept')}</p>
          {!withheld && <Button onClick={onGoOn}>{t('form.go-on')}</Button>}
        </>
      }
      style={{ marginBlockEnd: 16 }}
    />
  );
}
