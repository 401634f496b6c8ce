import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { JobWindow } from '../jobs/JobWindow';
import { useJob } from '../jobs/queries';
import { type Month, volumesQuery } from './queries';

interface Fields {
  readonly binder: string;
  readonly reason?: string;
}

/** 装订: by a named person; anew with the reason. The job shows how far it is. */
export function BindMonth({
  campaign,
  month: { month, editions },
}: {
  readonly campaign: string;
  readonly month: Month;
}) {
  const { t } = useTranslation('volumes');
  const { name } = useSession().person;
  const client = useQueryClient();
  const running = useJob();
  const [shown, setShown] = useState<'form' | 'job'>();
  const isDone = running.job?.status === 'done';
  useEffect(() => {
    if (isDone) void client.invalidateQueries(volumesQuery(campaign));
  }, [isDone, client, campaign]);
  const send = ({ binder, reason }: Fields) => {
    setShown('job');
    running.begin({ kind: 'bindVolume', campaign, month, binder, ...(reason ? { reason } : {}) });
  };
  return (
    <>
      <Button size="small" type={editions.length === 0 ? 'primary' : 'default'} onClick={() => setShown('form')}>
        {t(editions.length === 0 ? 'bind' : 'bind-anew')}
      </Button>
      <Modal
        title={t('bind-month', { month })}
        open={shown === 'form'}
        onCancel={() => setShown(undefined)}
        footer={null}
        destroyOnHidden
      >
        <Form layout="vertical" onFinish={send} initialValues={{ binder: name }}>
          <Form.Item name="binder" label={t('binder')} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          {editions.length > 0 && (
            <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true }]}>
              <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2 }} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit">
            {t('bind')}
          </Button>
        </Form>
      </Modal>
      <JobWindow kind="bindVolume" running={running} isOpen={shown === 'job'} onClose={() => setShown(undefined)} />
    </>
  );
}
