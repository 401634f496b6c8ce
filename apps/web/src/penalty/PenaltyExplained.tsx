import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Col, Flex, Row, Segmented, Statistic, Typography, theme } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { BasisDrawer } from '../parts/BasisDrawer';
import { capitals, yuan } from '../parts/money';
import { StateTag } from '../parts/StateTag';
import { PenaltyPicture } from './PenaltyPicture';
import { PenaltyTable } from './PenaltyTable';
import { savePng, saveSvg } from './exportPicture';
import { type MarkKey, marksOf, times } from './marks';
import { type Finding, type Penalty, lawQuery } from './queries';
import { useMarkText } from './useMarkText';
import { usePenaltyWords, usePictureSentence } from './usePenaltyWords';
import { useWidth } from './useWidth';

interface Props {
  readonly penalty: Penalty;
  /** The pack it rests on, `id@version`; left out for the party. */
  readonly law?: string;
  readonly found?: Pick<Finding, 'breach' | 'fraudulentPurpose'>;
}

/** 处罚计算: two totals, the band of the law, and the same in sentences for the decision. */
export function PenaltyExplained({ penalty, law, found }: Props) {
  return (
    <Flex vertical gap="middle">
      {law && <NewerLaw law={law} />}
      <Totals penalty={penalty} {...(law ? { law } : {})} />
      <Picture penalty={penalty} />
      <Words penalty={penalty} {...(found ? { found } : {})} />
    </Flex>
  );
}

function NewerLaw({ law }: { readonly law: string }) {
  const { t } = useTranslation('penalty');
  const { data: now } = useQuery(lawQuery);
  if (!now || `${now.id}@${now.version}` === law) return null;
  return <Alert type="info" showIcon title={t('newer-law', { law, now: `${now.id}@${now.version}` })} />;
}

/** Side by side, never added up: one goes to the fund, the other to the treasury. */
function Totals({ penalty, law }: Props) {
  const { t } = useTranslation(['penalty', 'domain', 'cases']);
  const { refund, fine, article, certainty, breach, multiple, explanation } = penalty;
  return (
    <Row gutter={[12, 12]}>
      {(
        [
          ['fund', refund],
          ['treasury', fine],
        ] as const
      ).map(([to, fen]) => (
        <Col xs={24} md={12} key={to}>
          <Card size="small" data-total={to}>
            <Statistic title={t(`total.${to}`)} value={yuan(fen)} prefix="¥" />
            <Typography.Text type="secondary">{capitals(fen)}</Typography.Text>
          </Card>
        </Col>
      ))}
      <Col span={24}>
        <Flex wrap gap="small" align="center">
          <span>{t(`domain:value.breach.${breach}`)}</span>
          <Typography.Text type="secondary">{article}</Typography.Text>
          {certainty !== 'R' && <StateTag tone="warning">{t(`domain:certainty.${certainty}`)}</StateTag>}
          <BasisDrawer
            title={t('title')}
            rows={[
              [t('column.article'), article],
              [t('certainty'), t(`domain:certainty.${certainty}`)],
              [t('domain:field.multiple'), times(multiple)],
              [t('rounding.title'), t('rounding.rule')],
              ...(law ? [[t('cases:law'), law] as const] : []),
              [t('on-record'), explanation.map((line) => <div key={line.zh}>{said(line)}</div>)],
            ]}
          />
        </Flex>
      </Col>
    </Row>
  );
}

function Picture({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation(['penalty', 'shell']);
  const [form, setForm] = useState<'picture' | 'table'>('picture');
  const [chosen, setChosen] = useState<MarkKey>('fine');
  const [frame, width] = useWidth();
  const picture = useRef<SVGSVGElement>(null);
  const { colorBgContainer } = theme.useToken().token;
  const sentence = usePictureSentence(penalty);
  const textOf = useMarkText(penalty);
  const marks = marksOf(penalty);
  const mark = marks.find(({ key }) => key === chosen) ?? marks[0];
  const save = (how: typeof saveSvg | typeof savePng) => () => {
    if (picture.current) void how(picture.current, t('title'), colorBgContainer);
  };
  return (
    <Card size="small" className="whole">
      <Flex wrap gap="small" justify="space-between" align="center" style={{ marginBlockEnd: 8 }}>
        <strong>{t('picture')}</strong>
        <Flex wrap gap="small" className="no-print" align="center">
          <Segmented
            size="small"
            value={form}
            options={(['picture', 'table'] as const).map((value) => ({ value, label: t(`shell:${value}`) }))}
            onChange={setForm}
          />
          {form === 'picture' &&
            (
              [
                ['PNG', savePng],
                ['SVG', saveSvg],
              ] as const
            ).map(([name, how]) => (
              <Button key={name} size="small" icon={<DownloadOutlined />} onClick={save(how)}>
                {name}
              </Button>
            ))}
        </Flex>
      </Flex>
      <div ref={frame}>
        {form === 'table' && <PenaltyTable penalty={penalty} />}
        {form === 'picture' && width > 0 && (
          <PenaltyPicture
            ref={picture}
            {...{ penalty, width, sentence, chosen: mark?.key ?? 'refund' }}
            onChoose={setChosen}
          />
        )}
      </div>
      {form === 'picture' && mark && (
        <Typography.Paragraph role="status" style={{ margin: '8px 0 0' }} className="break">
          <strong>{textOf(mark)}</strong>：{t('formula', { formula: mark.formula })} · {penalty.article} ·{' '}
          {t(mark.key === 'refund' ? 'to.fund' : 'to.treasury')}
        </Typography.Paragraph>
      )}
    </Card>
  );
}

function Words({ penalty, found }: Pick<Props, 'penalty' | 'found'>) {
  const { t } = useTranslation('penalty');
  const lines = usePenaltyWords(penalty, found);
  return (
    <Card
      size="small"
      title={t('words.title')}
      extra={
        <Typography.Text className="no-print" copyable={{ text: lines.join('\n') }}>
          {t('words.copy')}
        </Typography.Text>
      }
    >
      {lines.map((line) => (
        <Typography.Paragraph key={line} style={{ marginBlockEnd: 4 }} className="break">
          {line}
        </Typography.Paragraph>
      ))}
    </Card>
  );
}
