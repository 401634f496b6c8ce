import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Skeleton, Typography, theme } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MAIN_LINE } from '../cases/stages';
import { Chart } from '../parts/Chart';
import { FailureAlert } from '../parts/Failure';
import { percent } from './moments';
import { funnelQuery } from './queries';

const ROW = 28;

/** 案件漏斗: how far cases come, what part of them goes on, and in how many days: a funnel without time hides where it is narrow. */
export function CaseFunnel({ campaign }: { readonly campaign: string }) {
  const { data, error } = useQuery(funnelQuery(campaign));
  if (error && !data) return <FailureAlert error={error} />;
  if (!data) return <Skeleton.Node active style={{ width: '100%', height: 360 }} />;
  return <Funnel campaign={campaign} items={data.filter(({ stage }) => MAIN_LINE.some((each) => each === stage))} />;
}

interface Step {
  readonly stage: string;
  readonly reached: number;
  readonly current: number;
  readonly medianDays: number | null;
}

function Funnel({ campaign, items }: { readonly campaign: string; readonly items: readonly Step[] }) {
  const { t } = useTranslation(['campaigns', 'domain']);
  const navigate = useNavigate();
  const { colorPrimary, colorPrimaryBorder, colorText } = theme.useToken().token;
  const days = ({ medianDays }: Step) => (medianDays === null ? '—' : t('funnel.days', { days: medianDays }));
  const converted = (index: number) =>
    index === 0 ? '—' : percent(items[index]?.reached ?? 0, items[index - 1]?.reached ?? 0);
  const slowest = items.reduce((slow, each) => ((each.medianDays ?? -1) > (slow.medianDays ?? -1) ? each : slow));
  const option = useMemo(
    () => {
      const names = items.map(({ stage }) => t(`domain:stage.${stage}`));
      const axis = { type: 'category', inverse: true, axisTick: { show: false }, axisLine: { show: false } };
      return {
        grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
        tooltip: {
          trigger: 'item',
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const step = items[dataIndex];
            return step ? `${names[dataIndex]}\n${t('funnel.hover', { ...step, days: days(step) })}` : '';
          },
        },
        xAxis: { type: 'value', show: false, max: Math.max(1, ...items.map(({ reached }) => reached)) * 1.15 },
        yAxis: [
          { ...axis, data: names, axisLabel: { color: colorText } },
          {
            ...axis,
            position: 'right',
            data: items.map((step, index) => `${converted(index)} · ${days(step)}${step === slowest ? ' △' : ''}`),
            axisLabel: { color: colorText },
          },
        ],
        series: [
          {
            type: 'bar',
            barWidth: 16,
            showBackground: true,
            backgroundStyle: { color: 'transparent' },
            itemStyle: { color: colorPrimary, borderRadius: 2 },
            label: { show: true, position: 'right', color: colorText, formatter: '{c}' },
            data: items.map(({ stage, reached, current }) => ({
              key: stage,
              value: reached,
              ...(current === 0 ? { itemStyle: { color: colorPrimaryBorder } } : {}),
            })),
          },
        ],
      };
    },
    // What `days` and `converted` say follows from the items and the language.
    [items, t, slowest, colorPrimary, colorPrimaryBorder, colorText],
  );
  return (
    <Chart
      title={t('funnel.title')}
      option={option}
      height={items.length * ROW + 8}
      ariaSentence={t('funnel.aria', {
        leads: items[0]?.reached ?? 0,
        ended: items.at(-1)?.reached ?? 0,
        stage: t(`domain:stage.${slowest.stage}`),
        days: days(slowest),
      })}
      columns={[
        { key: 'stage', title: t('funnel.stage') },
        { key: 'reached', title: t('funnel.reached'), align: 'right' },
        { key: 'current', title: t('funnel.current'), align: 'right' },
        { key: 'converted', title: t('funnel.converted'), align: 'right' },
        { key: 'days', title: t('funnel.median'), align: 'right' },
      ]}
      rows={items.map((step, index) => ({
        key: step.stage,
        stage: t(`domain:stage.${step.stage}`),
        reached: step.reached,
        current: step.current,
        converted: converted(index),
        days: step.medianDays,
      }))}
      onSelect={(stage) => void navigate({ to: '/cases', search: { campaign, stage } })}
    >
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {t('funnel.legend')}
      </Typography.Text>
    </Chart>
  );
}
