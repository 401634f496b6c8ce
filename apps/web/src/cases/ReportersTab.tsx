import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Form, Input, Modal, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { api, dataOf } from '../api/api';
import { useMay } from '../api/session';
import { FailureAlert } from '../parts/Failure';
import { StateTag } from '../parts/StateTag';
import { type CaseFile, type Reporter, reportersQuery } from './queries';
import { AddReporter } from './AddReporter';
import { RewardsCard } from './RewardsCard';

/** 举报与奖励: who reported, under seal; what they were told; what they may collect. */
export function ReportersTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  const may = useMay();
  const { data: reporters, error } = useQuery(reportersQuery(file.id));
  return (
    <Flex vertical gap="middle">
      <Card size="small" title={t('reporters.title')} extra={may('case.intake') && <AddReporter file={file} />}>
        {error && <FailureAlert error={error} />}
        {reporters?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reporters.empty')} />}
        <Flex vertical gap="small">
          {reporters?.map((reporter) => (
            <ReporterRow key={reporter.id} file={file} reporter={reporter} />
          ))}
        </Flex>
      </Card>
      <RewardsCard file={file} reporters={reporters ?? []} />
    </Flex>
  );
}

function ReporterRow({ file, reporter }: { readonly file: CaseFile; readonly reporter: Reporter }) {
  const { t } = useTranslation(['cases', 'domain']);
  const mark = file.reporters?.find(({ id }) => id === reporter.id);
  const isOwed = file.clocks.some(({ clock, of }) => clock === 'reporterAnswer' && of === reporter.id);
  const may = file.acts.some(({ act, withheld }) => act === 'answerReporter' && !withheld);
  return (
    <Flex wrap gap="small" align="center">
      <Tag>{t(`reporters.${reporter.kind}`)}</Tag>
      {reporter.kind === 'named' && <Identity file={file.id} reporter={reporter} />}
      {reporter.case !== file.id && <Tag>{t('reporters.merged')}</Tag>}
      {mark?.answered && <StateTag tone="good">{t('reporters.answered')}</StateTag>}
      {isOwed && !mark?.answered && <StateTag tone="warning">{t('reporters.to-answer')}</StateTag>}
      <ActButton
        act="answerReporter"
        id={file.id}
        version={file.version}
        fixed={{ reporter: reporter.id }}
        isOffered={isOwed && may}
      />
    </Flex>
  );
}

/** Masked until somebody says why they have to know; what was opened is on the page only, and gone with it. */
function Identity({ file, reporter }: { readonly file: string; readonly reporter: Reporter }) {
  const { t } = useTranslation(['cases', 'domain']);
  const [isAsking, ask] = useState(false);
  const client = useQueryClient();
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: async ({ reason }: { reason: string }) =>
      dataOf(
        await api.POST('/api/v1/cases/{id}/reporter-reading', {
          params: { path: { id: file } },
          body: { reporter: reporter.id, reason },
        }),
      ),
    gcTime: 0,
    // The look is on the record now.
    onSuccess: () => void client.invalidateQueries({ queryKey: ['cases', file, 'events'] }),
  });
  const { masked } = reporter;
  if (!masked) return <Typography.Text type="secondary">{t('reporters.hidden')}</Typography.Text>;
  const shown = data ? [data.name, data.phone, data.address] : [masked.name, masked.phone];
  return (
    <>
      <Typography.Text>{shown.filter(Boolean).join(' · ')}</Typography.Text>
      <Button size="small" type="link" onClick={() => (data ? reset() : ask(true))}>
        {t(data ? 'reporters.hide' : 'reporters.open')}
      </Button>
      <Modal
        title={t('domain:act.openReporter')}
        open={isAsking}
        onCancel={() => ask(false)}
        footer={null}
        destroyOnHidden
      >
        <p>{t('reporters.note')}</p>
        {error && <FailureAlert error={error} />}
        <Form
          layout="vertical"
          onFinish={(values: { reason: string }) => isPending || mutate(values, { onSuccess: () => ask(false) })}
        >
          <Form.Item name="reason" label={t('domain:field.reason')} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isPending} block>
            {t('domain:act.openReporter')}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
