import { Collapse, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { said } from '../locales';
import { DeadlinePicker, DuePicker, ParticipantPicker, PhasePicker } from './act-controls';
import type { Campaign } from './queries';

/** The step that takes the campaign on. */
const ONWARD = new Set<string>(['approveCampaign', 'launchCampaign', 'resumeCampaign', 'closeCampaign']);
const DANGER = new Set<string>(['returnCampaign', 'stopCampaign', 'dropUnit']);

/** What is done to the campaign as a whole, with the controls that know its deadlines, phases and units. */
const CONTROLS: Readonly<Record<string, (campaign: Campaign) => Readonly<Record<string, ReactNode>>>> = {
  approveCampaign: () => ({}),
  returnCampaign: () => ({}),
  launchCampaign: () => ({}),
  moveDeadline: (campaign) => ({
    from: <DeadlinePicker campaign={campaign} />,
    source: <DuePicker campaign={campaign} />,
    unit: <ParticipantPicker campaign={campaign} isOptional />,
  }),
  pauseCampaign: () => ({}),
  resumeCampaign: () => ({}),
  closePhase: (campaign) => ({ phase: <PhasePicker campaign={campaign} /> }),
  sumUpCampaign: () => ({}),
  closeCampaign: () => ({}),
  stopCampaign: () => ({}),
  addUnit: () => ({}),
  dropUnit: (campaign) => ({ unit: <ParticipantPicker campaign={campaign} /> }),
};

/** The acts this person may do; those that the status forbids with the reason why not now. */
export function CampaignActs({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const acts = campaign.acts.filter(({ act }) => act in CONTROLS);
  const now = acts.filter(({ withheld }) => !withheld);
  const later = acts.filter(({ withheld }) => withheld);
  if (acts.length === 0) return null;
  const propsOf = (act: string) => ({
    act: act as ActName,
    id: campaign.id,
    version: campaign.version,
    controls: CONTROLS[act]?.(campaign) ?? {},
    danger: DANGER.has(act),
  });
  return (
    <section aria-label={t('act.title')} className="no-print" style={{ marginBlockEnd: 16 }}>
      <Flex wrap gap="small" align="center">
        {now.length === 0 && <Typography.Text type="secondary">{t('act.none')}</Typography.Text>}
        {now.map(({ act }) => (
          <ActButton key={act} {...propsOf(act)} {...(ONWARD.has(act) ? { type: 'primary' as const } : {})} />
        ))}
      </Flex>
      {later.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'later',
              label: t('act.later', { count: later.length }),
              children: (
                <Flex vertical gap="small">
                  {later.map(({ act, withheld }) => (
                    <Flex key={act} wrap gap="small" align="center">
                      <ActButton {...propsOf(act)} withheld={withheld && said(withheld)} />
                      <Typography.Text type="secondary">{withheld && said(withheld)}</Typography.Text>
                    </Flex>
                  ))}
                </Flex>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
