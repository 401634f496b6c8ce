import type { Schemas } from '@fundguard/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../api/api';
import { CodeShown } from '../leads/CodeShown';
import { ReporterFields } from '../leads/ReporterFields';
import { type Report, type Typed, reportOf } from '../leads/report';
import { FailureAlert } from '../parts/Failure';
import type { CaseFile } from './queries';

/** Somebody else reports the same, or says their name after all. Nothing that is typed here is kept in this browser. */
export function AddReporter({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState<string>();
  const key = useRef('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (reporter: Report['reporter']) =>
      (await send('POST', `/api/v1/cases/${file.id}/reporters`, reporter, {
        'idempotency-key': key.current,
      })) as Schemas['Reported'],
    gcTime: 0,
    onSuccess: (answer) => {
      setOpen(false);
      setCode(answer.code);
      void client.invalidateQueries();
    },
  });
  const open = () => {
    key.current = crypto.randomUUID();
    setOpen(true);
  };
  return (
    <>
      <Button size="small" onClick={open}>
        {t('reporters.add')}
      </Button>
      <Modal title={t('reporters.add')} open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        {error && <FailureAlert error={error} />}
        <Form
          layout="vertical"
          initialValues={{ reporter: { kind: 'named' } }}
          // A changed name is another command.
          onValuesChange={() => (key.current = crypto.randomUUID())}
          onFinish={(typed: Typed) => isPending || mutate(reportOf(typed).reporter)}
        >
          <ReporterFields kinds={['named', 'anonymous']} />
          <Button type="primary" htmlType="submit" loading={isPending} block>
            {t('reporters.add')}
          </Button>
        </Form>
      </Modal>
      <CodeShown code={code} onTold={() => setCode(undefined)} />
    </>
  );
}
