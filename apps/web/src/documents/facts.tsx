import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { dayText } from '../parts/time';
import type { CampaignDocument, DocumentFacts } from './queries';

type Row = readonly [key: string, label: string, value: ReactNode];

/** As the paper has them, from its head to its foot. */
const HEAD = ['number', 'issuer', 'sealedBy', 'issuedOn', 'publishedOn', 'index'] as const;
const FOOT = ['addressees', 'copies', 'disclosure', 'governmentApproval'] as const;

/** One fact in words; nothing where there is none. */
export function useFactText(): (key: keyof DocumentFacts, facts: DocumentFacts) => string {
  const { t } = useTranslation(['documents', 'domain']);
  return (key, facts) => {
    const value = facts[key];
    if (value === undefined) return '';
    if (key === 'issuedOn' || key === 'publishedOn') return dayText(String(value));
    if (key === 'disclosure' || key === 'startBasis') return t(`domain:value.${key}.${String(value)}`);
    if (key === 'initiatives')
      return (facts.initiatives ?? []).map((each) => t(`domain:value.initiatives.${each}`)).join(t('comma'));
    return Array.isArray(value) ? value.join(t('semicolon')) : String(value);
  };
}

export function useFactLabel(): (key: string) => string {
  const { t } = useTranslation('domain');
  return (key) => t(key === 'number' ? 'fieldOf.recordDocument.number' : `field.${key}`);
}

/** What is known of the campaign's document; where it says nothing of its own, what its plan gives, marked as such. */
export function useFactRows({ own, plan, start }: CampaignDocument): Row[] {
  const { t } = useTranslation(['documents', 'domain']);
  const text = useFactText();
  const label = useFactLabel();
  const facts = own?.facts ?? {};
  const { document, startBasis, content } = plan;
  const initiatives = content?.initiatives?.map(({ asGiven }) => asGiven).join(t('semicolon'));
  const orPlan = (mine: string, planned: string | undefined): ReactNode =>
    mine || !planned ? (
      mine
    ) : (
      <>
        {planned} <Tag>{t('of-plan')}</Tag>
      </>
    );
  const joined = (...words: (string | undefined)[]) => words.filter(Boolean).join(t('colon'));
  const why = joined(text('startBasis', facts), facts.startWords);
  const planned = startBasis && joined(t(`domain:value.startBasis.${startBasis.kind}`), startBasis.asGiven);
  const lines = (content?.lines ?? []).map(({ name }) => said(name)).join(t('comma'));
  const rows: Row[] = [
    ...[...HEAD, ...FOOT].map((key): Row => [key, label(key), text(key, facts)]),
    ['superior', label('superior'), orPlan(text('superior', facts), document?.superior.join(t('semicolon')))],
    ['trigger', label('trigger'), orPlan(text('trigger', facts), content?.trigger)],
    [
      'initiatives',
      label('initiatives'),
      orPlan(joined(text('initiatives', facts), facts.initiativeWords), initiatives),
    ],
    ['startBasis', t('starts', { day: dayText(start) }), orPlan(why, planned)],
    ['lines', t('lines'), lines && orPlan('', lines)],
  ];
  return rows.filter(([, , value]) => Boolean(value));
}
