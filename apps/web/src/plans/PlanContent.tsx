import { Descriptions, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import type { Plan } from './queries';

type Content = NonNullable<Plan['content']>;

/** Sentences and lists of the document, in the order officials read them. */
const WORDS = ['principles', 'goals', 'trigger', 'predecessor', 'coverage', 'dataPeriod', 'keyTargets'] as const;
const LISTS = [
  ...['inspection', 'cooperation', 'measures', 'transfers', 'ledgers', 'tables'],
  ...['attachments', 'publicity', 'discipline', 'legalBasis'],
] as const;

/** What a plan says beside its dates, in the document's own Chinese: goals, focus, groups, samples, targets. */
export function PlanContent({ content }: { readonly content: Content }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <Typography.Title level={3} style={{ fontSize: 16 }}>
        {t('content')}
      </Typography.Title>
      <PlanParts content={content} />
    </>
  );
}

export function PlanParts({ content }: { readonly content: Content }) {
  const { t } = useTranslation('plans');
  const { initiatives = [], lines = [], focus = [], groups = [], sampling = [], targets = [] } = content;
  const words = (key: string) => content[key as 'principles' | 'goals'];
  const rows: readonly (readonly [string, ReactNode])[] = [
    ...WORDS.map((key) => [key, shown(words(key))] as const),
    ['initiatives', list(initiatives.map(({ asGiven }) => asGiven))],
    ['subjects', content.subjects.map((each) => t(`subject.${each}`)).join(t('comma'))],
    ['lines', list(lines.map(({ name, tasks = [] }) => [said(name), ...tasks].join('：')))],
    ['focus', list(focus.flatMap(({ group, items }) => items.map((item) => (group ? `${group}：${item}` : item))))],
    ['groups', list(groups.map(groupLine))],
    ['sampling', list(sampling.map(({ purpose, asGiven }) => [purpose, asGiven].filter(Boolean).join('：')))],
    [
      'targets',
      list(targets.map(({ name, operator, value, unit }) => `${said(name)} ${operator} ${value}${t(`unit.${unit}`)}`)),
    ],
    ...LISTS.map((key) => [key, shown(words(key))] as const),
  ];
  return (
    <Descriptions
      bordered
      styles={{ content: { overflowWrap: 'anywhere' } }}
      size="small"
      column={1}
      items={rows
        .filter(([, children]) => Boolean(children))
        .map(([key, children]) => ({ key, label: t(`part.${key}`), children }))}
    />
  );
}

const groupLine = ({
  name,
  leader,
  deputies = [],
  members = [],
  duties = [],
}: NonNullable<Content['groups']>[number]) =>
  [said(name), leader, ...deputies, ...members, ...duties].filter(Boolean).join('；');

const shown = (words: string | readonly string[] | undefined): ReactNode =>
  typeof words === 'string' ? words : list(words ?? []);

const list = (items: readonly string[]): ReactNode =>
  items.length > 0 && (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
