import { Alert, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanUnit } from './queries';
import { type Matched, match, namesIn } from './scope';

interface Props {
  readonly units: readonly PlanUnit[];
  readonly pasted: string;
  readonly onPaste: (pasted: string) => void;
  /** `only`: in place of those chosen so far. */
  readonly onFound: (ids: readonly string[], only: boolean) => void;
}

/** Names out of a document or a spreadsheet; those that are no unit of the region are listed. */
export function PastedNames({ units, pasted, onPaste, onFound }: Props) {
  const { t } = useTranslation('wizard');
  const [matched, setMatched] = useState<Matched>();
  const take = (only: boolean) => {
    const result = match(namesIn(pasted), units);
    setMatched(result);
    onFound(result.found, only);
  };
  const isEmpty = namesIn(pasted).length === 0;
  return (
    <>
      <Form.Item label={t('paste.label')} htmlFor="wizard-paste" style={{ marginBlockEnd: 8 }}>
        <Input.TextArea
          id="wizard-paste"
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={pasted}
          placeholder={t('paste.hint')}
          onChange={({ target }) => onPaste(target.value)}
        />
      </Form.Item>
      <Flex wrap gap="small">
        <Button disabled={isEmpty} onClick={() => take(true)}>
          {t('paste.only')}
        </Button>
        <Button disabled={isEmpty} onClick={() => take(false)}>
          {t('paste.add')}
        </Button>
      </Flex>
      <div role="status">
        {matched && (
          <Alert
            showIcon
            style={{ marginBlockStart: 8 }}
            type={matched.missing.length + matched.ambiguous.length > 0 ? 'warning' : 'success'}
            title={t('paste.found', { count: matched.found.length })}
            description={
              <>
                {matched.missing.length > 0 && <Names lead={t('paste.missing')} names={matched.missing} />}
                {matched.ambiguous.length > 0 && <Names lead={t('paste.ambiguous')} names={matched.ambiguous} />}
              </>
            }
          />
        )}
      </div>
    </>
  );
}

const Names = ({ lead, names }: { readonly lead: string; readonly names: readonly string[] }) => (
  <div>
    {lead}
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  </div>
);
