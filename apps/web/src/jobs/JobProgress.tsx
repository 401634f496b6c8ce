import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex, Progress, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../parts/Failure';
import { said } from '../locales';
import { type Job, type JobControl, isOpen, useControlJob } from './queries';

const CONTROLS: Readonly<Record<Job['status'], readonly JobControl[]>> = {
  running: ['pause', 'cancellation'],
  paused: ['resumption', 'cancellation'],
  done: ['retry'],
  cancelled: ['retry'],
};

/** A job's bar, what can be done with it, its file, and what it could not do with the reasons. */
export function JobProgress({ job }: { readonly job: Job }) {
  const { t } = useTranslation('jobs');
  const { mutate, isPending, error } = useControlJob(job.id);
  const { status, done, total, failures } = job;
  const percent = status === 'done' ? 100 : total ? Math.floor((100 * done) / total) : 0;
  const controls = CONTROLS[status].filter((control) => control !== 'retry' || failures.length > 0);
  return (
    <Flex vertical gap="small">
      {error && <FailureAlert error={error} />}
      <Progress
        percent={percent}
        status={status === 'cancelled' ? 'exception' : status === 'done' ? 'success' : 'active'}
        aria-label={t(`kind.${job.kind}`)}
      />
      <Flex wrap gap="small" align="center">
        <Typography.Text type="secondary" role="status">
          {t(`status.${status}`)} {total === null ? t('counting') : t('progress', { done, total })}
        </Typography.Text>
        {controls.map((control) => (
          <Button key={control} size="small" disabled={isPending} onClick={() => mutate(control)}>
            {t(`control.${control}`)}
          </Button>
        ))}
        {job.resultName && (
          <Button
            size="small"
            type="primary"
            icon={<DownloadOutlined />}
            href={`/api/v1/jobs/${job.id}/result`}
            download={job.resultName}
          >
            {job.resultName}
          </Button>
        )}
      </Flex>
      {isOpen(job) && <Typography.Text type="secondary">{t('leave')}</Typography.Text>}
      {failures.length > 0 && (
        <ul aria-label={t('failures', { count: failures.length })}>
          {failures.map((failure) => (
            <li key={failure.item} className="break">
              {failure.name} {said(failure)}
            </li>
          ))}
        </ul>
      )}
    </Flex>
  );
}
