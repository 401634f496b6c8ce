import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Flex, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { DueText } from '../parts/DueText';
import { StateTag, type Tone } from '../parts/StateTag';
import { signed } from '../parts/signed';
import { instantText } from '../parts/time';
import { whyNot } from '../acts/why-not';
import { CorrectReport } from '../reports/CorrectReport';
import { ReportBody } from '../reports/ReportBody';
import { type Obligation, historyQuery } from './queries';

const TONES: Readonly<Record<Obligation['status'], Tone>> = {
  open: 'quiet',
  submitted: 'active',
  accepted: 'good',
  returned: 'warning',
  overdue: 'bad',
  waived: 'quiet',
};
/** Reports are written at the unit's own desk. */
const ELSEWHERE = new Set(['submitReport', 'repeatReport']);
const MAIN = 'acceptReport';
const CORRECTION = 'correctReport';

/** One report: what it says, what a reviewer may do with it, and what happened to it. */
export function ReportView({ obligation }: { readonly obligation: Obligation }) {
  const { t } = useTranslation(['progress', 'domain']);
  const { id, version, status, due, late, zero, note, submittedAt } = obligation;
  const acts = obligation.acts.filter(({ act }) => !ELSEWHERE.has(act));
  const items = [
    {
      key: 'due',
      label: t('due'),
      children: status === 'open' || status === 'overdue' ? <DueText due={due} /> : instantText(due),
    },
    {
      key: 'state',
      label: t('state'),
      children: (
        <Flex wrap gap="small">
          <StateTag tone={TONES[status]}>{t(`domain:obligationStatus.${status}`)}</StateTag>
          {late && <StateTag tone="warning">{t('word.late')}</StateTag>}
          {zero && <StateTag tone="warning">{t('domain:field.zero')}</StateTag>}
        </Flex>
      ),
    },
    ...(submittedAt ? [{ key: 'submitted', label: t('submitted-at'), children: instantText(submittedAt) }] : []),
  ];
  return (
    <section aria-label={obligation.name}>
      <Descriptions column={1} bordered size="small" title={obligation.name} items={items} />
      {submittedAt && <ReportBody obligation={obligation} />}
      {note && <Alert type="info" title={t('note')} description={note} style={{ marginBlock: 12 }} />}
      <Flex wrap gap="small" style={{ marginBlock: 12 }}>
        {acts.map(({ act, withheld }) =>
          act === CORRECTION ? (
            <CorrectReport key={act} obligation={obligation} withheld={whyNot(withheld)} />
          ) : (
            <ActButton
              key={act}
              act={act as ActName}
              id={id}
              version={version}
              withheld={whyNot(withheld)}
              {...(act === MAIN && !withheld ? { type: 'primary' as const } : {})}
            />
          ),
        )}
      </Flex>
      <History id={id} />
    </section>
  );
}

function History({ id }: { readonly id: string }) {
  const { t } = useTranslation(['progress', 'domain']);
  const { data = [] } = useQuery(historyQuery(id));
  if (data.length === 0) return <Typography.Text type="secondary">{t('no-history')}</Typography.Text>;
  return (
    <Timeline
      items={data.toReversed().map(({ seq, kind, at, actor, data: words }) => ({
        key: seq,
        color: actor.kind === 'machine' ? 'gray' : 'blue',
        content: (
          <>
            <strong>{t(`domain:event.${kind}`)}</strong>{' '}
            <Typography.Text type="secondary">
              {instantText(at)} · {actor.kind === 'machine' ? t('machine') : signed(actor)}
            </Typography.Text>
            {[words['reason'], words['note']].map(
              (said_, index) => typeof said_ === 'string' && <div key={index}>{said_}</div>,
            )}
          </>
        ),
      }))}
    />
  );
}
