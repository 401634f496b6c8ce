import { Card, Collapse, Empty, Flex, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { DueText } from '../parts/DueText';
import { StateTag } from '../parts/StateTag';
import { instantText, shortText, spanTo } from '../parts/time';
import { duesText, owedAt, standing } from './moments';
import type { Deadline } from './queries';

/** 时限与催办阶梯: each deadline, what is due by it, and who is told when. */
export function Deadlines({ deadlines }: { readonly deadlines: readonly Deadline[] }) {
  const { t } = useTranslation('campaigns');
  const shown = standing(deadlines);
  const next = shown.find(({ due }) => !spanTo(due).past);
  return (
    <Card size="small" title={t('deadline.title')}>
      {shown.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('deadline.none')} />
      ) : (
        <Collapse
          ghost
          size="small"
          defaultActiveKey={next ? [next.due] : []}
          items={shown.map((deadline) => ({
            key: deadline.due,
            label: <Heading deadline={deadline} />,
            children: <Ladder deadline={deadline} />,
          }))}
        />
      )}
    </Card>
  );
}

function Heading({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('campaigns');
  const { owed, settled } = owedAt(deadline);
  const { past } = spanTo(deadline.due);
  const tone = settled === owed ? 'good' : past ? 'bad' : 'active';
  return (
    <Flex wrap gap="small" align="center">
      {past || settled === owed ? (
        <span className="nowrap">{instantText(deadline.due)}</span>
      ) : (
        <DueText due={deadline.due} />
      )}
      <StateTag tone={tone}>{t('gantt.settled', { settled, owed })}</StateTag>
      {deadline.provisional && <StateTag tone="warning">{t('deadline.provisional')}</StateTag>}
      <Typography.Text className="break">{duesText(deadline)}</Typography.Text>
    </Flex>
  );
}

function Ladder({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('campaigns');
  return (
    <>
      {deadline.dues.length > 1 && (
        <ul style={{ margin: '0 0 12px', paddingInlineStart: 20 }}>
          {deadline.dues.map(({ source, name, owed, settled }) => (
            <li key={source}>
              {said(name)}：{t('gantt.settled', { settled, owed })}
            </li>
          ))}
        </ul>
      )}
      {deadline.provisional && (
        <Typography.Paragraph type="secondary">{t('deadline.provisional-why')}</Typography.Paragraph>
      )}
      {!deadline.open && <Typography.Paragraph type="secondary">{t('deadline.resting')}</Typography.Paragraph>}
      <Timeline
        items={deadline.steps.map(({ rung, at, name, to, kind }) => {
          const climbed = deadline.climbed.find((each) => each.rung === rung);
          return {
            key: rung,
            color: climbed ? (kind === 'reminder' ? 'blue' : 'red') : 'gray',
            content: (
              <>
                <strong>{said(name)}</strong>{' '}
                <Typography.Text type="secondary">
                  {shortText(at)} · {t('deadline.to', { who: to.map((each) => t(`rung.${each}`)).join('、') })}
                </Typography.Text>
                <br />
                {climbed ? (
                  <StateTag tone={climbed.recalledAt ? 'quiet' : 'active'}>
                    {t(climbed.recalledAt ? 'deadline.recalled' : 'deadline.climbed', {
                      at: shortText(climbed.at),
                      count: climbed.units,
                    })}
                  </StateTag>
                ) : (
                  <Typography.Text type="secondary">
                    {t(spanTo(at).past ? 'deadline.not-needed' : 'deadline.to-come')}
                  </Typography.Text>
                )}
              </>
            ),
          };
        })}
      />
    </>
  );
}
