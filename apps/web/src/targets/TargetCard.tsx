import { Card, Descriptions, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { said } from '../locales';
import { TextButton } from '../parts/TextButton';
import { dayText } from '../parts/time';
import { FigureText } from './FigureText';
import type { EnteredFigure, Target } from './queries';
import { TargetStateTag } from './TargetStateTag';
import { Trend } from './Trend';

interface Props {
  readonly campaign: string;
  readonly target: Target;
  readonly mayEnter: boolean;
  readonly onRows: () => void;
  readonly onHistory: () => void;
}

/** 目标: what is wanted by when, how it is counted, how it stands and why it cannot be said where it cannot. */
export function TargetCard({ campaign, target, mayEnter, onRows, onHistory }: Props) {
  const { t } = useTranslation('targets');
  const { name, indicator, why, state, value, part, whole, compared, unit, needsBaseline, baseline, entered } = target;
  const enteredBy = (figure: EnteredFigure | null) =>
    figure ? (
      <TextButton onClick={onHistory}>
        <span className="break">
          {figure.value}（{dayText(figure.on)}，{figure.source}）
        </span>
      </TextButton>
    ) : (
      <Typography.Text type="secondary">{t('not-entered')}</Typography.Text>
    );
  const items = [
    {
      key: 'aim',
      label: t('aim'),
      children: `${target.operator.replace('>=', '≥').replace('<=', '≤')} ${target.aim}${t(`unit.${unit}`)}`,
    },
    {
      key: 'by',
      label: t('by'),
      children: (
        <>
          {target.by && `${t('aimed-at')} ${dayText(target.by)} · `}
          {t('last-day')} {dayText(target.last)}
          {target.asGiven && <Typography.Text type="secondary">（{target.asGiven}）</Typography.Text>}
        </>
      ),
    },
    {
      key: 'value',
      label: indicator ? said(indicator.name) : t('value'),
      children: indicator && (
        <>
          {indicator.entered ? (
            <FigureText unit={indicator.unit} value={value} />
          ) : (
            <TextButton onClick={onRows}>
              {indicator.bound && '≥ '}
              <FigureText unit={indicator.unit} value={value} />
            </TextButton>
          )}
          {part !== null && whole !== null && ` （${part} / ${whole}）`}
        </>
      ),
    },
    ...(needsBaseline
      ? [
          { key: 'baseline', label: t('baseline'), children: enteredBy(baseline) },
          {
            key: 'compared',
            label: t(`compared.${unit}`),
            children: compared === null ? '—' : `${compared}${t(`unit.${unit}`)}`,
          },
        ]
      : []),
    ...(indicator?.entered ? [{ key: 'entered', label: t('entered'), children: enteredBy(entered) }] : []),
    ...(indicator
      ? [
          {
            key: 'definition',
            label: t('definition'),
            children: <span className="break">{said(indicator.definition)}</span>,
          },
        ]
      : []),
  ];
  return (
    <Card
      size="small"
      data-target={target.id}
      title={<span className="break">{said(name)}</span>}
      styles={{ title: { whiteSpace: 'normal' } }}
      extra={<TargetStateTag state={state} />}
    >
      {why && <Typography.Paragraph type="secondary">{said(why)}</Typography.Paragraph>}
      {target.judgedOn && (
        <Typography.Paragraph type="secondary">
          {t('judged-on', { day: dayText(target.judgedOn) })}
        </Typography.Paragraph>
      )}
      <Descriptions column={1} size="small" items={items} />
      <Trend target={target} />
      {mayEnter && indicator && (
        <Flex wrap gap="small" className="no-print" style={{ marginBlockStart: 8 }}>
          {needsBaseline && <Enter campaign={campaign} kind="baseline" of={target.id} />}
          {indicator.entered && <Enter campaign={campaign} kind="value" of={indicator.id} />}
        </Flex>
      )}
    </Card>
  );
}

function Enter({ campaign, kind, of }: { readonly campaign: string; readonly kind: string; readonly of: string }) {
  const { t } = useTranslation('targets');
  return <ActButton act="enterFigure" id={campaign} fixed={{ kind, of }} label={t(`enter.${kind}`)} />;
}
