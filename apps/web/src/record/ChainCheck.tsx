import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../api/api';
import { FailureAlert } from '../parts/Failure';

export function useChainCheck() {
  return useMutation({ mutationFn: async () => dataOf(await api.POST('/api/v1/record/verification')) });
}
type Check = ReturnType<typeof useChainCheck>;

export function ChainCheckButton({ check }: { readonly check: Check }) {
  const { t } = useTranslation('record');
  return (
    <Button icon={<SafetyCertificateOutlined />} loading={check.isPending} onClick={() => check.mutate()}>
      {t('chain.check')}
    </Button>
  );
}

/** Whether every link of the record in one's charge holds, or the first that does not. */
export function ChainCheckResult({ check }: { readonly check: Check }) {
  const { t } = useTranslation('record');
  const { data, error } = check;
  if (error) return <FailureAlert error={error} />;
  if (!data) return null;
  const { broken, events, files } = data;
  return (
    <Alert
      role="status"
      showIcon
      type={broken ? 'error' : 'success'}
      title={
        broken
          ? t('chain.broken', { seq: broken.seq, file: broken.fileId })
          : t('chain.whole', { count: events, files })
      }
      description={t(broken ? `chain.reason.${broken.reason}` : 'chain.scope')}
      style={{ marginBlockEnd: 16 }}
    />
  );
}
