import { useQuery } from '@tanstack/react-query';
import { Card, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { caseEventsQuery } from '../cases/queries';
import { signed } from '../parts/signed';
import { shortText } from '../parts/time';

/** Events in which somebody gave an opinion, and where their words are. */
const WORDS: Readonly<Record<string, string>> = {
  filingRequested: 'grounds',
  filingReturned: 'reason',
  penaltyProposed: 'grounds',
  reviewPassed: 'opinion',
  reviewReturned: 'reason',
  penaltyReturned: 'reason',
  decisionReturned: 'reason',
  statementSubmitted: 'text',
  statementRecorded: 'text',
  transferProposed: 'grounds',
  rectificationAccepted: 'note',
  rootCauseWritten: 'rootCause',
};

/** What others said before, the newest first. */
export function Opinions({ id }: { readonly id: string }) {
  const { t } = useTranslation(['approvals', 'domain']);
  const { data } = useQuery(caseEventsQuery(id));
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} />;
  const opinions = data.filter(({ kind }) => kind in WORDS).toReversed();
  return (
    <Card size="small" title={t('opinions')} style={{ marginBlockEnd: 12 }}>
      {opinions.length === 0 && <Typography.Text type="secondary">{t('no-opinions')}</Typography.Text>}
      {opinions.map(({ seq, kind, at, actor, data: said }) => (
        <Typography.Paragraph key={seq} className="break" style={{ marginBlockEnd: 4 }}>
          <Typography.Text type="secondary">
            {shortText(at)} {signed(actor)} · {t(`domain:event.${kind}`)}
          </Typography.Text>{' '}
          {wordsOf(said, kind)}
        </Typography.Paragraph>
      ))}
    </Card>
  );
}

const wordsOf = (data: Readonly<Record<string, unknown>>, kind: string): string => {
  const words = data[WORDS[kind] ?? ''];
  return typeof words === 'string' ? words : '';
};
