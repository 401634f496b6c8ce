import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly act: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A reason, with the usual ones to begin from. */
export function TemplatedReason({ act, id, value = '', onChange }: Props) {
  const { t } = useTranslation('leads');
  const templates = t(`templates.${act}`, { returnObjects: true, defaultValue: [] }) as unknown as readonly string[];
  return (
    <>
      <Flex wrap gap={4} style={{ marginBlockEnd: 8 }}>
        {templates.map((text) => (
          <Button
            key={text}
            size="small"
            style={{ whiteSpace: 'normal', height: 'auto', textAlign: 'start' }}
            onClick={() => onChange?.(value ? `${value}\n${text}` : text)}
          >
            {text}
          </Button>
        ))}
      </Flex>
      <Input.TextArea
        {...(id ? { id } : {})}
        value={value}
        maxLength={2_000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => onChange?.(target.value)}
      />
    </>
  );
}
