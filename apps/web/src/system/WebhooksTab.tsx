import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input, Modal, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../api/api';
import { FailureAlert } from '../parts/Failure';
import { Listing } from './Listing';
import { webhooksQuery } from './queries';
import { useDone } from './useDone';

/** 推送地址: where notifications go besides e-mail. */
export function WebhooksTab() {
  const { t } = useTranslation(['system', 'domain']);
  const webhooks = useQuery(webhooksQuery);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Flex wrap justify="space-between" gap="small" style={{ marginBlockEnd: 12 }}>
        <Typography.Text type="secondary">{t('webhooks.note')}</Typography.Text>
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('domain:act.addWebhook')}
        </Button>
      </Flex>
      <Listing
        query={webhooks}
        rows={webhooks.data}
        rowKey={({ id }) => id}
        empty={t('webhooks.empty')}
        columns={[
          { title: t('domain:field.url'), render: (_, { url }) => <span className="break">{url}</span> },
          { title: t('acts'), render: (_, { id, url }) => <Remove id={id} url={url} /> },
        ]}
      />
      <Modal
        title={t('domain:act.addWebhook')}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <AddWebhook />
      </Modal>
    </>
  );
}

/** The secret is shown this once: the receiver checks with it that a push is ours. */
function AddWebhook() {
  const { t } = useTranslation(['system', 'domain', 'shell']);
  const [secret, setSecret] = useState<string>();
  const { mutate, isPending, error } = useDone(
    async ({ url }: { url: string }) => setSecret(dataOf(await api.POST('/api/v1/webhooks', { body: { url } })).secret),
    t('domain:act.addWebhook'),
  );
  if (secret)
    return (
      <Alert
        type="warning"
        showIcon
        title={t('webhooks.secret')}
        description={
          <Typography.Text code copyable className="break">
            {secret}
          </Typography.Text>
        }
      />
    );
  return (
    <Form layout="vertical" onFinish={(values: { url: string }) => mutate(values)}>
      {error && <FailureAlert error={error} />}
      <Form.Item
        name="url"
        label={t('domain:field.url')}
        rules={[{ required: true, type: 'url', message: t('webhooks.url') }]}
      >
        <Input placeholder="https://" inputMode="url" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isPending} block>
        {t('domain:act.addWebhook')}
      </Button>
    </Form>
  );
}

function Remove({ id, url }: { readonly id: string; readonly url: string }) {
  const { t } = useTranslation(['system', 'shell']);
  const { mutate, isPending } = useDone(
    () => api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } }),
    t('webhooks.remove'),
  );
  return (
    <Popconfirm title={t('webhooks.remove-sure', { url })} onConfirm={() => mutate(undefined)}>
      <Button size="small" danger loading={isPending}>
        {t('webhooks.remove')}
      </Button>
    </Popconfirm>
  );
}
