import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Grid } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignQuery } from '../campaigns/queries';
import { caseQuery } from '../cases/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { useKeys } from '../parts/useKeys';
import { CampaignBrief } from './CampaignBrief';
import { CaseBrief } from './CaseBrief';
import { ConflictAlert } from './ConflictAlert';
import { Decide } from './Decide';
import type { Matter } from './queries';
import type { Approving } from './UndoBar';

interface Props {
  readonly matter: Matter;
  readonly failure: unknown;
  /** An approval counts down; the next begins when it was sent. */
  readonly isBusy: boolean;
  readonly onApprove: (approving: Approving) => void;
  readonly onBack: (() => void) | undefined;
  readonly onDone: () => void;
}

const PAGE = 0.85;
export type Panel = 'evidence' | 'calculation';

/** Everything one must know of a matter, and below it what one may decide. */
export function Brief({ matter, failure, onBack, ...decide }: Props) {
  const { t } = useTranslation('approvals');
  const pane = useRef<HTMLDivElement>(null);
  const { md: isWide = true } = Grid.useBreakpoint();
  const [open, setOpen] = useState<readonly Panel[]>(['evidence']);
  const toggle = (panel: Panel) =>
    setOpen((now) => (now.includes(panel) ? now.filter((each) => each !== panel) : [...now, panel]));
  const isCampaign = matter.kind === 'campaign';
  const found = useQuery({ ...caseQuery(matter.file), enabled: !isCampaign });
  const campaign = useQuery({ ...campaignQuery(matter.file), enabled: isCampaign });
  useKeys({
    Space: () => {
      const box = isWide ? pane.current : document.documentElement;
      box?.scrollBy({ top: box.clientHeight * PAGE });
    },
    E: () => toggle('evidence'),
    C: () => toggle('calculation'),
  });
  const { data, error, refetch } = isCampaign ? campaign : found;
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  return (
    <div className="approvals-brief" ref={pane} role="region" aria-label={matter.title} tabIndex={0}>
      {onBack && (
        <div>
          <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={onBack}>
            {t('back-to-list')}
          </Button>
        </div>
      )}
      {failure !== undefined && <ConflictAlert error={failure} />}
      {!data && <LoadingPage />}
      {found.data && <CaseBrief matter={matter} file={found.data} open={open} onToggle={toggle} />}
      {campaign.data && <CampaignBrief campaign={campaign.data} />}
      {data && <Decide matter={matter} acts={data.acts} version={data.version} {...decide} />}
    </div>
  );
}
