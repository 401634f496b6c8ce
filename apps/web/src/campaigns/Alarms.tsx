import { Link } from '@tanstack/react-router';
import { Alert, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { shortText, spanTo } from '../parts/time';
import { duesText, owedAt, standing } from './moments';
import type { Campaign, CampaignOverview, Deadline } from './queries';

const MOST = 3;
const SOON_DAYS = 3;

interface Alarm {
  readonly key: string;
  readonly tone: 'error' | 'warning';
  readonly text: string;
  readonly action: ReactNode;
}

interface Props {
  readonly campaign: Campaign;
  readonly overview: CampaignOverview;
  readonly deadlines: readonly Deadline[];
  /** Seats of its groups in which nobody sits. */
  readonly vacant: readonly string[];
}

/** What cannot wait, each with what to do about it; three at the most, the worst first. */
export function Alarms(props: Props) {
  const { t } = useTranslation('campaigns');
  const alarms = useAlarms(props).slice(0, MOST);
  return (
    <Flex vertical gap={8} style={{ marginBlockEnd: alarms.length > 0 ? 16 : 0 }} role="group" aria-label={t('alarms')}>
      {alarms.map(({ key, tone, text, action }) => (
        <Alert
          key={key}
          type={tone}
          showIcon
          title={text}
          action={action}
          data-alarm={key}
          style={{ paddingBlock: 6 }}
        />
      ))}
    </Flex>
  );
}

function useAlarms({ campaign, overview, deadlines, vacant }: Props): Alarm[] {
  const { t } = useTranslation('campaigns');
  const mayCoordinate = useMay()('campaign.coordinate');
  const { id, status } = campaign;
  const isRunning = status === 'running' || status === 'summingUp';
  const next = standing(deadlines).find(({ due }) => !spanTo(due).past);
  const { owed, settled } = next ? owedAt(next) : { owed: 0, settled: 0 };
  return [
    isRunning &&
      overview.overdue.now > 0 && {
        key: 'overdue',
        tone: 'error' as const,
        text: t('alarm.overdue', { count: overview.overdue.now }),
        action: (
          <Link to="/campaigns/$id/units" params={{ id }} search={{ state: 'overdue' }}>
            {t(mayCoordinate ? 'alarm.chase' : 'alarm.look')}
          </Link>
        ),
      },
    overview.lateCases > 0 && {
      key: 'cases',
      tone: 'error' as const,
      text: t('alarm.cases', { count: overview.lateCases }),
      action: (
        <Link to="/cases" search={{ campaign: id, due: 'overdue' }}>
          {t('alarm.look')}
        </Link>
      ),
    },
    isRunning &&
      next &&
      settled < owed &&
      spanTo(next.due).days < SOON_DAYS && {
        key: 'soon',
        tone: 'warning' as const,
        text: t('alarm.soon', { at: shortText(next.due), what: duesText(next), count: owed - settled }),
        action: (
          <Link to="/campaigns/$id/units" params={{ id }} search={{ due: next.due }}>
            {t('alarm.look')}
          </Link>
        ),
      },
    status === 'paused' && {
      key: 'paused',
      tone: 'warning' as const,
      text: t('alarm.paused', { at: campaign.pausedAt ? shortText(campaign.pausedAt) : '' }),
      action: null,
    },
    overview.awaitingReview > 0 && {
      key: 'review',
      tone: 'warning' as const,
      text: t('alarm.review', { count: overview.awaitingReview }),
      action: (
        <Link to="/campaigns/$id/units" params={{ id }} search={{ state: 'review' }}>
          {t('alarm.look')}
        </Link>
      ),
    },
    status !== 'closed' &&
      status !== 'stopped' &&
      vacant.length > 0 && {
        key: 'vacant',
        tone: 'warning' as const,
        text: t('alarm.vacant', { count: vacant.length, seats: vacant.join('、') }),
        action: (
          <Link to="/campaigns/$id/groups" params={{ id }}>
            {t(mayCoordinate ? 'alarm.appoint' : 'alarm.look')}
          </Link>
        ),
      },
  ].filter((alarm) => alarm !== false && alarm !== undefined);
}
