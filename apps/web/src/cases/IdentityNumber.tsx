import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../api/api';
import { useMay } from '../api/session';
import { FailureAlert } from '../parts/Failure';

interface Props {
  readonly file: string;
  readonly masked: string;
}

/** An identity number, masked; who may read it says why, and the record keeps that they looked. */
export function IdentityNumber({ file, masked }: Props) {
  const { t } = useTranslation(['cases', 'domain']);
  const may = useMay();
  const [isAsking, ask] = useState(false);
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: async (body: { reason: string }) =>
      dataOf(await api.POST('/api/v1/cases/{id}/identity-reading', { params: { path: { id: file } }, body })).idNumber,
    gcTime: 0, // it is not kept once it is off the page
  });
  return (
    <>
      <Typography.Text>{data ?? masked}</Typography.Text>{' '}
      {may('identity.read') && (
        <Button size="small" type="link" onClick={() => (data ? reset() : ask(true))}>
          {t(data ? 'identity.hide' : 'identity.read')}
        </Button>
      )}
      <Modal title={t('identity.read')} open={isAsking} onCancel={() => ask(false)} footer={null} destroyOnHidden>
        <p>{t('identity.note')}</p>
        {error && <FailureAlert error={error} />}
        <Form
          layout="vertical"
          onFinish={(values: { reason: string }) => isPending || mutate(values, { onSuccess: () => ask(false) })}
        >
          <Form.Item name="reason" label={t('domain:field.reason')} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isPending} block>
            {t('identity.read')}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
