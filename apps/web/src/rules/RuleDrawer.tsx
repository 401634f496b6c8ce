import { Link } from '@tanstack/react-router';
import { Descriptions, Drawer, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { dayText } from '../parts/time';
import type { Rule } from './queries';
import { RuleStatusTag } from './RuleStatusTag';

interface Props {
  readonly rule: Rule | undefined;
  readonly onClose: () => void;
}

const MAIN = new Set(['submitRule', 'approveRule']);
const DANGER = new Set(['returnRule', 'repealRule']);

/** One standing rule: its text, what it rests on, and what may be done now. */
export function RuleDrawer({ rule, onClose }: Props) {
  return (
    <Drawer title={rule?.title} open={rule !== undefined} onClose={onClose} size="min(640px, 100vw)">
      {rule && (
        <>
          {rule.acts.length > 0 && (
            <ActList
              namespace="rules"
              id={rule.id}
              version={rule.version}
              offers={rule.acts}
              propsOf={(act) => ({
                danger: DANGER.has(act),
                ...(MAIN.has(act) ? { type: 'primary' as const } : {}),
                ...(act === 'reviseRule' ? { initial: { ...rule } } : {}),
              })}
            />
          )}
          <Facts rule={rule} />
        </>
      )}
    </Drawer>
  );
}

function Facts({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation(['rules', 'domain']);
  const lines: (readonly [string, ReactNode])[] = [
    [t('state'), <RuleStatusTag key="state" status={rule.status} />],
    [t('kind'), t(`domain:value.kind.${rule.kind}`)],
    ...(rule.risk ? [[t('risk'), t(`domain:value.risk.${rule.risk}`)] as const] : []),
    ...(rule.number ? [[t('number'), rule.number] as const] : []),
    [t('department'), rule.department],
    [
      t('from'),
      `${rule.effectiveFrom ? dayText(rule.effectiveFrom) : '—'}${rule.endedOn ? ` ${t('ended')} ${dayText(rule.endedOn)}` : ''}`,
    ],
    [t('basis'), rule.basis],
    [
      t('campaign'),
      <Link key="campaign" to="/campaigns/$id" params={{ id: rule.campaign }}>
        {rule.campaignName}
      </Link>,
    ],
    ...(rule.replacesTitle ? [[t('replaces'), rule.replacesTitle] as const] : []),
    [t('drafted'), rule.draftedBy],
    ...(rule.note ? [[t('note'), rule.note] as const] : []),
    [
      t('text'),
      <Typography.Text key="text" className="break" style={{ whiteSpace: 'pre-wrap' }}>
        {rule.text}
      </Typography.Text>,
    ],
  ];
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      className="break"
      items={lines.map(([label, children], key) => ({ key, label, children }))}
    />
  );
}
