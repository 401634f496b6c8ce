import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Pasted } from './pasted';

const SHOWN = 20;

interface Props {
  readonly text: string;
  readonly list: Pasted;
  readonly onChange: (text: string) => void;
}

/** A list of one's own, copied out of a spreadsheet: medical records, or institutions of another campaign. */
export function CandidatesPasted({ text, list: { candidates, refused }, onChange }: Props) {
  const { t } = useTranslation('draws');
  return (
    <Form.Item label={t('pasted')} extra={t('pasted-note')}>
      <Input.TextArea
        aria-label={t('pasted')}
        value={text}
        rows={6}
        spellCheck={false}
        placeholder={t('pasted-example')}
        onChange={({ target }) => onChange(target.value)}
      />
      {text && <div role="status">{t('pasted-read', { count: candidates.length })}</div>}
      {refused.length > 0 && (
        <Alert
          type="warning"
          title={t('pasted-refused', { count: refused.length })}
          description={refused.slice(0, SHOWN).map(({ row, why }) => (
            <div key={row}>{t(`refused.${why}`, { row })}</div>
          ))}
        />
      )}
    </Form.Item>
  );
}
