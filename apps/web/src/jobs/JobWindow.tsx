import { Link } from '@tanstack/react-router';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../parts/Failure';
import { JobProgress } from './JobProgress';
import type { NewJob, useJob } from './queries';

interface Props {
  readonly kind: NewJob['kind'];
  readonly running: Pick<ReturnType<typeof useJob>, 'job' | 'error'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What is asked before it begins. */
  readonly children?: ReactNode;
}

/** How far a job gets; the window may be closed, the job goes on. */
export function JobWindow({ kind, running: { job, error }, isOpen, onClose, children }: Props) {
  const { t } = useTranslation(['jobs', 'shell']);
  return (
    <Modal
      title={t(`kind.${kind}`)}
      open={isOpen}
      onCancel={onClose}
      footer={<Link to="/jobs">{t('shell:place.jobs')}</Link>}
    >
      {error && <FailureAlert error={error} />}
      {job ? <JobProgress job={job} /> : children}
    </Modal>
  );
}
