import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { JobWindow } from './JobWindow';
import { type NewJob, useJob } from './queries';

interface Props {
  readonly job: NewJob;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
}

/** Begins a job and shows how far it gets. */
export function JobButton({ job, children, icon }: Props) {
  const [isOpen, setOpen] = useState(false);
  const running = useJob();
  return (
    <>
      <Button
        icon={icon}
        loading={running.isPending}
        onClick={() => {
          setOpen(true);
          running.begin(job);
        }}
      >
        {children}
      </Button>
      <JobWindow kind={job.kind} running={running} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
