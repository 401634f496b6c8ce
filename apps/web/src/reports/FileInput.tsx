import { CloseOutlined, UploadOutlined } from '@ant-design/icons';
import type { Schemas } from '@fundguard/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Input, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../api/api';
import { FailureAlert } from '../parts/Failure';
import { draftQuery } from './queries';

interface Props {
  readonly obligation: string;
  readonly files: readonly Schemas['ReportFile'][];
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** 书面报告: uploaded at once, handed in with the report. */
export function FileInput({ obligation, files, id, value, onChange }: Props) {
  const { t } = useTranslation(['reports', 'shell']);
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.set('file', file);
      const headers = { 'idempotency-key': crypto.randomUUID() };
      return (await send('POST', `/api/v1/obligations/${obligation}/files`, form, headers)) as Schemas['Answer'];
    },
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: draftQuery(obligation).queryKey });
      onChange?.(answer.id);
    },
  });
  const chosen = files.find((each) => each.id === value);
  return (
    <Flex vertical gap="small" {...(id ? { id } : {})}>
      {error && <FailureAlert error={error} />}
      <Flex wrap gap="small" align="center">
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={isPending}>
            {t('upload')}
          </Button>
        </Upload>
        {chosen && (
          <>
            <a href={`/api/v1/obligations/${obligation}/files/${chosen.id}`} download={chosen.name} className="break">
              {chosen.name}
            </a>
            <Button
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('shell:remove')}
              onClick={() => onChange?.(undefined)}
            />
          </>
        )}
      </Flex>
    </Flex>
  );
}

interface Signed {
  readonly name?: string;
  readonly position?: string;
}

/** 签发人: a name and a position, or neither. */
export function SignedByInput(props: {
  readonly id?: string;
  readonly value?: Signed;
  readonly onChange?: (value: Signed | undefined) => void;
}) {
  const { id, value = {}, onChange } = props;
  const { t } = useTranslation('reports');
  const change = (part: Signed) => {
    const after = { ...value, ...part };
    onChange?.(after.name || after.position ? after : undefined);
  };
  return (
    <Flex wrap gap="small" {...(id ? { id } : {})}>
      {(['name', 'position'] as const).map((part) => (
        <Input
          key={part}
          style={{ flex: '1 1 160px' }}
          maxLength={100}
          placeholder={t(`signed.${part}`)}
          aria-label={t(`signed.${part}`)}
          value={value[part] ?? ''}
          onChange={({ target }) => change({ [part]: target.value })}
        />
      ))}
    </Flex>
  );
}
