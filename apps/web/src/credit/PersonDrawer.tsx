import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Descriptions, Drawer, Empty, Flex, Select, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { ActList } from '../acts/ActList';
import { useMay } from '../api/session';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { dayText, today } from '../parts/time';
import { DeductionCard } from './DeductionCard';
import { PersonState } from './PeopleTab';
import { type Practitioner, personQuery } from './queries';

interface Props {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** At a deduction's own card. */
const ELSEWHERE = new Set(['objectDeduction', 'decideObjection', 'correctDeduction']);

/** One person: the points of this year, what they lead to, and every deduction with what came of it. */
export function PersonDrawer({ id, onClose }: Props) {
  const { t } = useTranslation('credit');
  const { data: person, error } = useQuery({ ...personQuery(id ?? ''), enabled: id !== undefined });
  const offers = person?.acts.filter(({ act }) => !ELSEWHERE.has(act)) ?? [];
  return (
    <Drawer title={person?.name} open={id !== undefined} onClose={onClose} size="min(680px, 100vw)">
      {error && <FailureAlert error={error} />}
      {person && id === person.id && (
        <>
          {offers.length > 0 && (
            <ActList
              namespace="credit"
              id={person.id}
              version={person.version}
              offers={offers}
              propsOf={(act) => propsOf(act, person)}
            />
          )}
          <Due person={person} />
          <Facts person={person} />
          <Typography.Title level={2} style={{ fontSize: 16 }}>
            {t('deductions')}
          </Typography.Title>
          {person.deductions.length === 0 && <Empty description={t('no-deductions')} />}
          <Flex vertical gap="small">
            {person.deductions.map((deduction) => (
              <DeductionCard key={deduction.id} person={person} deduction={deduction} />
            ))}
          </Flex>
        </>
      )}
    </Drawer>
  );
}

function propsOf(act: string, { name, role, units }: Practitioner) {
  if (act === 'revisePractitioner') return { initial: { name, role, units: units.map(({ id }) => id) } };
  const choices = units.map(({ id, name: label }) => ({ value: id, label }));
  return {
    type: 'primary' as const,
    initial: { on: today(), unit: units[0]?.id },
    controls: { unit: <Select options={choices} /> },
    fixed: { visit: undefined },
  };
}

/** What the points have led to by the rules, and how certain these are; proposed to the leader at a press. */
function Due({ person: { id, due, block } }: { readonly person: Practitioner }) {
  const { t } = useTranslation(['credit', 'domain']);
  const may = useMay();
  if (block) {
    const { status, kind, from, until } = block;
    const words = `${t(`standing.${status}`, { kind: t(`kind.${kind}`) })} ${dayText(from)} – ${dayText(until)}`;
    return (
      <Alert
        type={block.status === 'approved' ? 'error' : 'info'}
        showIcon
        role="status"
        style={{ marginBlockEnd: 16 }}
        title={
          may('block.read') ? (
            <Link to="/credit" search={{ block: block.id }}>
              {words}
            </Link>
          ) : (
            words
          )
        }
      />
    );
  }
  if (!due) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      style={{ marginBlockEnd: 16 }}
      title={said(due.name)}
      description={`${due.source}${due.certainty === 'R' ? '' : ` · ${t(`domain:certainty.${due.certainty}`)}`}`}
      action={
        may('block.propose') && (
          <ActButton
            act="proposeBlock"
            type="primary"
            label={t(`propose.${due.kind}`)}
            initial={{ from: today(), months: due.months.min }}
            fixed={{ practitioner: id, kind: due.kind, unit: undefined, basis: undefined }}
          />
        )
      }
    />
  );
}

function Facts({ person }: { readonly person: Practitioner }) {
  const { t } = useTranslation(['credit', 'domain']);
  const { role, maskedId, units, year, points, rules } = person;
  const lines: (readonly [string, ReactNode])[] = [
    [t('state'), <PersonState key="state" line={person} />],
    [t('points-in', { year }), t('points', { count: points })],
    [t('role'), t(`domain:value.role.${role}`)],
    ...(maskedId ? [[t('identity'), maskedId] as const] : []),
    [t('units'), units.map(({ name }) => name).join(t('comma'))],
    [
      t('rules'),
      rules ? (
        <>
          {said(rules.name)}（{rules.reference}）
          {rules.certainty !== 'R' && (
            <Typography.Text type="secondary"> {t(`domain:certainty.${rules.certainty}`)}</Typography.Text>
          )}
        </>
      ) : (
        t('no-rules')
      ),
    ],
  ];
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      className="break"
      style={{ marginBlockEnd: 16 }}
      items={lines.map(([label, children], key) => ({ key, label, children }))}
    />
  );
}
