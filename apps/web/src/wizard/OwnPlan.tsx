import { UploadOutlined } from '@ant-design/icons';
import type { Schemas } from '@fundguard/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Flex, Input, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../api/api';
import { currentLanguage } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { MiniGantt } from './MiniGantt';
import { plansQuery } from '../plans/queries';

type Problem = Schemas['CheckedPlan']['problems'][number];

/** 本单位方案: written in a file, checked in words, and from then on a template like the others. */
export function OwnPlan({ onAdded }: { readonly onAdded: (plan: string) => void }) {
  const { t } = useTranslation(['wizard', 'shell']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const check = useMutation({
    mutationFn: async (written: string) => dataOf(await api.POST('/api/v1/plan-checks', { body: { text: written } })),
  });
  const add = useMutation({
    mutationFn: async (plan: string) =>
      dataOf(await api.PUT('/api/v1/plans/{plan}', { params: { path: { plan } }, body: { text } })),
    onSuccess: async ({ id, nameZh }) => {
      await queries.invalidateQueries({ queryKey: plansQuery.queryKey });
      void message.success(t('own.added', { name: nameZh }));
      setOpen(false);
      onAdded(id);
    },
  });
  const write = (written: string) => {
    setText(written);
    check.reset();
    add.reset();
  };
  const read = async (file: File) => {
    const written = await file.text();
    write(written);
    check.mutate(written);
  };
  const { problems = [], plan } = check.data ?? {};
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('own.open')}</Button>
      <Drawer title={t('own.open')} open={isOpen} onClose={() => setOpen(false)} size="min(760px, 100vw)">
        <p>{t('own.lead')}</p>
        <Flex vertical gap="middle">
          <Upload accept=".yaml,.yml,.json" showUploadList={false} beforeUpload={(file) => (void read(file), false)}>
            <Button icon={<UploadOutlined />}>{t('own.file')}</Button>
          </Upload>
          <Input.TextArea
            aria-label={t('own.text')}
            value={text}
            rows={14}
            spellCheck={false}
            style={{ fontFamily: 'monospace' }}
            onChange={({ target }) => write(target.value)}
          />
          {(check.error ?? add.error) && <FailureAlert error={check.error ?? add.error} />}
          {problems.length > 0 && <Problems problems={problems} />}
          {plan && (
            <>
              <Alert type="success" showIcon role="status" title={t('own.right', { name: plan.nameZh })} />
              <MiniGantt plan={plan} />
            </>
          )}
          <Flex gap="small" justify="end">
            <Button loading={check.isPending} disabled={!text.trim()} onClick={() => check.mutate(text)}>
              {t('own.check')}
            </Button>
            <Button type="primary" loading={add.isPending} disabled={!plan} onClick={() => plan && add.mutate(plan.id)}>
              {t('own.add')}
            </Button>
          </Flex>
        </Flex>
      </Drawer>
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('wizard');
  const lines = (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.path} ${problem.zh}`}>
          {problem.line && `${t('own.line', { line: problem.line })} `}
          <code>{problem.path}</code> {problem[currentLanguage() === 'en' ? 'en' : 'zh']}
        </li>
      ))}
    </ul>
  );
  return (
    <Alert type="error" showIcon role="alert" title={t('own.wrong', { count: problems.length })} description={lines} />
  );
}
