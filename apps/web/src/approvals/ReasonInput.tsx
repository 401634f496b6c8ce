import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Matter } from './queries';

interface Props {
  readonly kind: Matter['kind'];
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A reason, with the usual ones to begin from. */
export function ReasonInput({ kind, id, value = '', onChange }: Props) {
  const { t } = useTranslation('approvals');
  const templates = t(`templates.${kind}`, { returnObjects: true, defaultValue: [] }) as unknown as readonly string[];
  return (
    <>
      <Flex wrap gap={4} style={{ marginBlockEnd: 8 }}>
        {templates.map((text) => (
          <Button key={text} size="small" onClick={() => onChange?.(value ? `${value}\n${text}` : text)}>
            {text}
          </Button>
        ))}
      </Flex>
      <Input.TextArea
        {...(id ? { id } : {})}
        value={value}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => onChange?.(target.value)}
      />
    </>
  );
}
