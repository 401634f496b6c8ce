import { CheckCircleOutlined, CloseCircleOutlined, FileProtectOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Tag, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JobWindow } from '../jobs/JobWindow';
import { useJob } from '../jobs/queries';
import { shortText } from '../parts/time';
import type { CaseFile } from './queries';

type Check = CaseFile['evidence'][number]['check'];

/** Whether an exhibit's file still is what was taken in, in a word as well as a colour, and when it was last looked at. */
export function IntegrityTag({ check }: { readonly check: Check }) {
  const { t } = useTranslation('cases');
  if (!check) return <Typography.Text type="secondary">{t('evidence.never')}</Typography.Text>;
  const { outcome, since, checkedAt } = check;
  const isWhole = outcome === 'whole';
  return (
    <Flex vertical align="start" gap={2} className="nowrap">
      <Tag color={isWhole ? 'success' : 'error'} icon={isWhole ? <CheckCircleOutlined /> : <CloseCircleOutlined />}>
        {t(`evidence.${outcome}`)}
      </Tag>
      <Typography.Text type="secondary">
        {shortText(checkedAt)}
        {!isWhole && ` · ${t('evidence.since', { at: shortText(since) })}`}
      </Typography.Text>
    </Flex>
  );
}

export function BrokenEvidence({ file: { evidence } }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  const broken = evidence.filter(({ check }) => check && check.outcome !== 'whole');
  if (broken.length === 0) return null;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={t('evidence.broken', { count: broken.length })}
      description={
        <>
          {t('evidence.broken-why')}
          <ul style={{ marginBlock: 0 }}>
            {broken.map(({ id, name, check }) => (
              <li key={id} className="break">
                {name} · {t(`evidence.${check?.outcome}`)}
              </li>
            ))}
          </ul>
        </>
      }
      style={{ marginBlockEnd: 12 }}
    />
  );
}

/** 重新核验: reads this case's files now. */
export function VerifyEvidence({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const running = useJob();
  const status = running.job?.status;
  useEffect(() => {
    if (status === 'done') void client.invalidateQueries({ queryKey: ['cases', id] });
  }, [client, id, status]);
  return (
    <Flex style={{ marginBlockEnd: 12 }}>
      <Button
        icon={<FileProtectOutlined />}
        loading={running.isPending}
        onClick={() => {
          setOpen(true);
          running.begin({ kind: 'verifyEvidence', case: id });
        }}
      >
        {t('evidence.check')}
      </Button>
      <JobWindow kind="verifyEvidence" running={running} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Flex>
  );
}
