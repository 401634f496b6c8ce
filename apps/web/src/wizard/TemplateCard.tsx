import { Button, Card, Descriptions, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import { PlanDrawer } from '../plans/PlanDrawer';
import { MiniGantt } from './MiniGantt';
import type { PlanLine } from '../plans/queries';

interface Props {
  readonly plan: PlanLine;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A plan on one card: its phases drawn, who takes part, what they owe, and the document it is read from. */
export function TemplateCard({ plan, chosen, onChoose }: Props) {
  const { t } = useTranslation(['wizard', 'domain', 'plans']);
  const [isOpen, setOpen] = useState(false);
  const name = said({ zh: plan.nameZh, en: plan.nameEn });
  const rows = [
    ['participants', plan.participants.asGiven],
    [
      'deliverables',
      plan.deliverables.length > 0 ? <Owed key="deliverables" owed={plan.deliverables} /> : t('template.no-reports'),
    ],
    ['reports', plan.reports.length > 0 ? <Owed key="reports" owed={plan.reports} /> : t('template.no-reports')],
    ['ladder', t('template.rungs', { count: plan.rungs })],
    ['source', [plan.source, ...plan.superior].join('；')],
  ] as const;
  return (
    <Card
      title={
        <Typography.Title level={2} className="wizard-card-title">
          {name}
        </Typography.Title>
      }
      className="wizard-card"
    >
      <p>
        <Tag>{said(plan.kind)}</Tag>
        <Tag>{t(`level.${plan.level}`)}</Tag>
        <Tag>{t('template.version', { version: plan.version })}</Tag>
        {plan.written && <Tag color="blue">{t('own.mark')}</Tag>}
        {chosen && <StateTag tone="good">{t('template.chosen')}</StateTag>}
      </p>
      <MiniGantt plan={plan} />
      <Descriptions
        column={1}
        size="small"
        items={rows.map(([label, children]) => ({ key: label, label: t(`template.${label}`), children }))}
      />
      {plan.notes.length > 0 && (
        <details>
          <summary>{t('template.notes', { count: plan.notes.length })}</summary>
          <ul>
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <Button type="primary" onClick={onChoose} aria-label={`${t('template.choose')} ${name}`}>
        {t('template.choose')}
      </Button>
      <Button type="link" onClick={() => setOpen(true)} aria-label={`${t('plans:open')} ${name}`}>
        {t('plans:open')}
      </Button>
      {isOpen && <PlanDrawer id={plan.id} onClose={() => setOpen(false)} />}
      <Button
        type="link"
        href={`/api/v1/plans/${plan.id}/text`}
        download={`${plan.id}.yaml`}
        aria-label={`${t('own.download')} ${name}`}
      >
        {t('own.download')}
      </Button>
    </Card>
  );
}

function Owed({ owed }: { readonly owed: PlanLine['deliverables'] }) {
  return (
    <ul className="wizard-owed">
      {owed.map(({ id, name, by, asGiven }) => (
        <li key={id}>
          {said(name)}
          <Typography.Text type="secondary"> — {[by, asGiven].filter(Boolean).join('，')}</Typography.Text>
        </li>
      ))}
    </ul>
  );
}
