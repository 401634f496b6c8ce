import { Card, Collapse, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { ClockLine } from '../cases/ClockLine';
import { StageTag } from '../cases/StageTag';
import { dayText, instantText } from '../parts/time';
import { PenaltyExplained } from '../penalty/PenaltyExplained';
import { Owed } from './Owed';
import { whyNot } from '../acts/why-not';
import type { PartyCase } from './queries';

/** A case as the party reads it: what it was told, what it said, what it owes, and what it may do now. */
export function PartyCaseCard({ file }: { readonly file: PartyCase }) {
  const { t } = useTranslation(['desk', 'domain']);
  const { notice, statements, rectification, decision, ledgers, clocks, acts } = file;
  const penalty = decision?.penalty ?? notice?.penalty;
  return (
    <Card
      title={
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0, whiteSpace: 'normal' }} className="break">
          {file.title}
        </Typography.Title>
      }
      extra={<StageTag stage={file.stage} />}
    >
      <Flex vertical gap="small">
        <Typography.Text type="secondary">
          {file.number} {notice && t('party.served', { on: dayText(notice.servedOn) })}
        </Typography.Text>
        {clocks.map((clock) => (
          <ClockLine key={clock.clock} clock={clock} />
        ))}
        {decision && <span>{t('party.rectify-by', { on: dayText(decision.rectifyBy) })}</span>}
        {ledgers && <Owed ledgers={ledgers} clocks={clocks} />}
        {penalty && (
          <Collapse
            size="small"
            items={[
              {
                key: 'penalty',
                label: t(decision ? 'party.decided' : 'party.proposed'),
                children: <PenaltyExplained penalty={penalty} />,
              },
            ]}
          />
        )}
        {statements.map(({ text, at }) => (
          <Said key={at} what={`${t('party.statement')} ${instantText(at)}`} text={text} />
        ))}
        {rectification && (
          <Said
            what={t(rectification.accepted ? 'party.rectified' : 'party.rectification')}
            text={rectification.report}
          />
        )}
        <Flex wrap gap="small">
          {acts.map(({ act, withheld }, index) => (
            <ActButton
              key={act}
              act={act as ActName}
              id={file.id}
              version={file.version}
              withheld={whyNot(withheld)}
              {...(index === 0 || !withheld ? { type: 'primary' as const } : {})}
            />
          ))}
        </Flex>
        {acts.every(({ withheld }) => withheld) && (
          <Typography.Text type="secondary">{t('party.nothing-now')}</Typography.Text>
        )}
      </Flex>
    </Card>
  );
}

const Said = ({ what, text }: { readonly what: string; readonly text: string }) => (
  <Typography.Paragraph className="break" style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
    <Typography.Text type="secondary">{what}</Typography.Text>
    <br />
    {text}
  </Typography.Paragraph>
);
