import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Flex, Result, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../parts/time';
import { receiptNumber, reportQuery } from './queries';
import { ReportState } from './ReportState';

/** 回执: that it came in, when, and what happens to it now. */
export function Receipt({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['desk', 'shell']);
  const { data: report } = useQuery(reportQuery(id));
  if (!report) return null;
  const { name, submittedAt, note } = report;
  const items = [
    [
      t('receipt.number'),
      <Typography.Text copyable strong key="number">
        {receiptNumber(id)}
      </Typography.Text>,
    ],
    [t('receipt.at'), submittedAt ? instantText(submittedAt) : ''],
    [t('receipt.state'), <ReportState key="state" report={report} />],
    ...(note ? [[t('note'), note] as const] : []),
  ] as const;
  return (
    <Card role="status" aria-label={t('receipt.title', { name })}>
      <Result
        status="success"
        title={t('receipt.title', { name })}
        subTitle={t('receipt.next')}
        style={{ padding: 8 }}
      />
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={items.map(([label, children]) => ({ key: String(label), label, children }))}
      />
      <Flex justify="end" style={{ marginBlockStart: 12 }}>
        <Button onClick={onClose}>{t('shell:close')}</Button>
      </Flex>
    </Card>
  );
}
