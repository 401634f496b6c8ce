import { Descriptions, Drawer, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { MoneyText } from '../parts/MoneyText';
import { dayText, instantText } from '../parts/time';
import { ProblemStatusTag } from './ProblemStatusTag';
import type { Problem } from './queries';

interface Props {
  readonly problem: Problem | undefined;
  readonly onClose: () => void;
}

const MAIN = new Set(['reportRectification', 'strikeOff']);

/** One line of the ledger: what was found, what was done about it, and what may be done now. */
export function ProblemDrawer({ problem, onClose }: Props) {
  return (
    <Drawer title={problem?.unitName} open={problem !== undefined} onClose={onClose} size="min(640px, 100vw)">
      {problem && (
        <>
          {problem.acts.length > 0 && (
            <ActList
              namespace="problems"
              id={problem.id}
              version={problem.version}
              offers={problem.acts}
              propsOf={(act) => ({
                danger: act === 'returnProblem',
                ...(MAIN.has(act) ? { type: 'primary' as const } : {}),
                ...(act === 'moveProblemDue' || act === 'recheckProblem' ? { initial: { due: problem.due } } : {}),
                ...(act === 'reportRectification' && problem.rectification ? { initial: problem.rectification } : {}),
              })}
            />
          )}
          <Facts problem={problem} />
        </>
      )}
    </Drawer>
  );
}

function Facts({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation(['problems', 'domain']);
  const { rectification, refunds, note, shams } = problem;
  const long = (text: string) => (
    <Typography.Text className="break" style={{ whiteSpace: 'pre-wrap' }}>
      {text}
    </Typography.Text>
  );
  const lines: (readonly [string, ReactNode])[] = [
    [t('state'), <ProblemStatusTag key="state" {...problem} />],
    [t('source'), t(`domain:value.source.${problem.source}`)],
    ...(problem.takenFrom ? ([[t('taken-from'), problem.takenFrom]] as const) : []),
    ...(problem.takenBy ? ([[t('taken-by'), problem.takenBy]] as const) : []),
    [t('category'), long(problem.category)],
    [t('what'), long(problem.what)],
    [t('due'), dayText(problem.due)],
    [t('entered'), `${problem.enteredBy} ${instantText(problem.enteredAt)}`],
    [t('amount'), <MoneyText key="amount" fen={problem.amount} inWords />],
    [t('refunded'), <MoneyText key="refunded" fen={problem.refunded} inWords />],
    ...refunds.map(
      ({ amount, paidOn, voucher }) =>
        [
          t('receipt', { voucher }),
          <span key={voucher}>
            {dayText(paidOn)} <MoneyText fen={amount} />
          </span>,
        ] as const,
    ),
    ...(rectification
      ? ([
          [t('responsible'), `${rectification.department} ${rectification.responsible}`],
          [t('measures'), long(rectification.measures)],
          [t('report'), long(rectification.report)],
        ] as const)
      : []),
    ...(note ? ([[t('note'), long(note)]] as const) : []),
    ...(shams > 0 ? ([[t('shams'), t('times', { count: shams })]] as const) : []),
  ];
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      items={lines.map(([label, children], key) => ({ key, label, children }))}
    />
  );
}
