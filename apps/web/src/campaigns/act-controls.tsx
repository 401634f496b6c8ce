import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { instantText } from '../parts/time';
import { duesText, owedAt, standing } from './moments';
import { type Campaign, deadlinesQuery, participantsQuery } from './queries';

interface Control {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A deadline of the campaign: an instant by which something is due, or at which a phase ends. */
export function DeadlinePicker({ campaign, ...field }: Control & { readonly campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { data } = useQuery(deadlinesQuery(campaign.id));
  const dues = standing(data ?? []).map((deadline) => ({
    value: deadline.due,
    label: `${instantText(deadline.due)} · ${duesText(deadline)}（${t('gantt.settled', owedAt(deadline))}）`,
  }));
  const ends = campaign.phases.flatMap(({ end, name }) =>
    end && !dues.some(({ value }) => value === end)
      ? [{ value: end, label: `${instantText(end)} · ${t('act.phase-end', { phase: said(name) })}` }]
      : [],
  );
  const options = [...dues, ...ends].sort((one, other) => one.value.localeCompare(other.value));
  return <Select {...field} loading={!data} options={options} />;
}

/** Of what is due by the deadline that was chosen; left empty it is all of it. */
export function DuePicker({ campaign, ...field }: Control & { readonly campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { data } = useQuery(deadlinesQuery(campaign.id));
  const from = Form.useWatch<string | undefined>('from');
  const dues = data?.find(({ due }) => due === from)?.dues ?? [];
  return (
    <Select
      {...field}
      allowClear
      placeholder={t('act.all-of-it')}
      options={dues.map(({ source, name }) => ({ value: source, label: said(name) }))}
    />
  );
}

/** A unit that takes part. */
export function ParticipantPicker({
  campaign,
  isOptional,
  ...field
}: Control & { readonly campaign: Campaign; readonly isOptional?: boolean }) {
  const { t } = useTranslation('campaigns');
  const { data } = useQuery(participantsQuery(campaign.id));
  return (
    <Select
      {...field}
      loading={!data}
      allowClear
      {...(isOptional ? { placeholder: t('act.all-units') } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data ?? [])
        .filter(({ droppedAt }) => !droppedAt)
        .map(({ unit, name }) => ({ value: unit, label: name }))}
    />
  );
}

export function PhasePicker({ campaign, ...field }: Control & { readonly campaign: Campaign }) {
  const { t } = useTranslation('domain');
  return (
    <Select
      {...field}
      options={campaign.phases
        .filter(({ status }) => status !== 'closed')
        .map(({ id, name, status }) => ({ value: id, label: `${said(name)}（${t(`phaseStatus.${status}`)}）` }))}
    />
  );
}
