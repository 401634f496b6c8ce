import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Empty, Flex, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { said } from '../locales';
import { yuan } from '../parts/money';
import { MoneyText } from '../parts/MoneyText';
import { StateTag, type Tone } from '../parts/StateTag';
import { dayText } from '../parts/time';
import { type CaseFile, type Reporter, rewardScaleQuery } from './queries';

type Reward = NonNullable<CaseFile['rewards']>[number];

const TONES: Readonly<Record<Reward['status'], Tone>> = {
  ...{ proposed: 'warning', refused: 'quiet', approved: 'active', notified: 'active', paid: 'good', expired: 'quiet' },
};
/** What is done next with a reward, by how it stands. */
const NEXT: Readonly<Partial<Record<Reward['status'], readonly ActName[]>>> = {
  proposed: ['approveReward', 'refuseReward'],
  approved: ['notifyReward'],
  notified: ['payReward'],
};

/** 举报奖励: computed by the local table, approved by a leader, collected within its time. */
export function RewardsCard({ file, reporters }: { readonly file: CaseFile; readonly reporters: readonly Reporter[] }) {
  const { t } = useTranslation(['cases', 'domain']);
  const { data: scale } = useQuery(rewardScaleQuery(file.id));
  const isOffered = (act: string) => file.acts.some((each) => each.act === act && !each.withheld);
  const rewards = file.rewards ?? [];
  const { national, local } = scale ?? {};
  return (
    <Card size="small" title={t('rewards.title')}>
      <Flex vertical gap="middle">
        {national && !local && (
          <Alert
            type="info"
            showIcon
            title={t('rewards.no-table', { cap: yuan(national.cap), floor: yuan(national.floor) })}
          />
        )}
        {local && (
          <Typography.Text type="secondary">
            {t('rewards.table')}：{local.source} · {t(`domain:certainty.${local.certainty}`)}
          </Typography.Text>
        )}
        {rewards.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('rewards.empty')} />}
        {rewards.map((reward) => (
          <RewardRow key={reward.id} file={file} reward={reward} isOffered={isOffered} />
        ))}
        <div>
          <ActButton
            act="proposeReward"
            id={file.id}
            version={file.version}
            isOffered={Boolean(local) && reporters.length > 0 && isOffered('proposeReward')}
            initial={{ ...(scale?.caseValue ? { caseValue: scale.caseValue } : {}) }}
            controls={{
              reporter: <Choice options={reporters.map((each) => ({ value: each.id, label: nameOf(each, t) }))} />,
              category: (
                <Choice
                  options={(local?.categories ?? []).map(({ id, name, rate }) => ({
                    value: id,
                    label: t('rewards.rate', { name: said(name), rate: rate / 100 }),
                  }))}
                />
              ),
            }}
          />
        </div>
      </Flex>
    </Card>
  );
}

interface RowProps {
  readonly file: CaseFile;
  readonly reward: Reward;
  readonly isOffered: (act: string) => boolean;
}

function RewardRow({ file, reward, isOffered }: RowProps) {
  const { t } = useTranslation('cases');
  const { id, status, amount, explanation, collectBy, reason, voucher } = reward;
  const form = { id: file.id, version: file.version, fixed: { reward: id } };
  return (
    <Flex vertical gap={4}>
      <Flex wrap gap="small" align="center">
        <StateTag tone={TONES[status]}>{t(`rewards.status.${status}`)}</StateTag>
        <MoneyText fen={amount} />
        {collectBy && status === 'notified' && (
          <Typography.Text>
            {t('rewards.collect-by')} {dayText(collectBy)}
          </Typography.Text>
        )}
        <Typography.Text type="secondary">{[reason, voucher].filter(Boolean).join(' · ')}</Typography.Text>
      </Flex>
      {explanation.map((line) => (
        <Typography.Text key={line.zh} type="secondary">
          {said(line)}
        </Typography.Text>
      ))}
      <Flex gap="small">
        {(NEXT[status] ?? []).map((act) => (
          <ActButton key={act} act={act} {...form} isOffered={isOffered(act)} danger={act === 'refuseReward'} />
        ))}
      </Flex>
    </Flex>
  );
}

interface ChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const Choice = ({ options, ...field }: ChoiceProps) => <Select {...field} options={[...options]} />;

const nameOf = ({ id, kind, masked }: Reporter, t: (key: string) => string): string =>
  [t(`reporters.${kind}`), masked?.name ?? id.slice(0, 8)].join(' · ');
