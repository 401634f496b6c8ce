import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../api/api';
import { FailureAlert } from '../parts/Failure';
import type { Work } from './queries';

/** 附件: minutes, who signed in, photos, the notice that was given out. */
export function Files({ work: { id, files, mayAttach } }: { readonly work: Work }) {
  const { t } = useTranslation('work');
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return send('POST', `/api/v1/work-records/${id}/files`, form, { 'idempotency-key': crypto.randomUUID() });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['work'] }),
  });
  if (files.length === 0 && !mayAttach) return null;
  return (
    <Flex vertical gap="small" style={{ marginBlockStart: 16 }}>
      {error && <FailureAlert error={error} />}
      {files.map(({ id: file, name }) => (
        <a key={file} href={`/api/v1/work-records/${id}/files/${file}`} download={name} className="break">
          <PaperClipOutlined /> {name}
        </a>
      ))}
      {mayAttach && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={isPending}>
            {t('attach')}
          </Button>
        </Upload>
      )}
    </Flex>
  );
}
