import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../parts/Failure';
import { JobProgress } from './JobProgress';
import { type NewJob, jobQuery, useStartJob } from './queries';

interface Props {
  readonly job: NewJob;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

/** Begins a job and shows how far it gets; the window may be closed, the job goes on. */
export function JobButton({ job, children, icon, disabled }: Props) {
  const { t } = useTranslation(['jobs', 'shell']);
  const [isOpen, setOpen] = useState(false);
  const { mutate, data: id, error, isPending } = useStartJob();
  const { data: now } = useQuery({ ...jobQuery(id ?? ''), enabled: id !== undefined });
  return (
    <>
      <Button
        icon={icon}
        loading={isPending}
        disabled={disabled ?? false}
        onClick={() => {
          setOpen(true);
          mutate(job);
        }}
      >
        {children}
      </Button>
      <Modal
        title={t(`kind.${job.kind}`)}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={<Link to="/jobs">{t('shell:place.jobs')}</Link>}
      >
        {error && <FailureAlert error={error} />}
        {now && <JobProgress job={now} />}
      </Modal>
    </>
  );
}
