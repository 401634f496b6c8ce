import { useNavigate } from '@tanstack/react-router';
import { Typography, theme } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, said } from '../locales';
import { Chart, type ChartRow } from '../parts/Chart';
import { dayText, inZone, instantText } from '../parts/time';
import { type Bar, type Marker, ganttHeight, ganttOption } from './gantt-option';
import { duesText, extent, owedAt, percent, standing } from './moments';
import type { Campaign, CampaignOverview, Deadline } from './queries';

interface Props {
  readonly campaign: Campaign;
  readonly overview: CampaignOverview | undefined;
  readonly deadlines: readonly Deadline[];
}

const GLYPHS: Readonly<Record<string, string>> = { pending: '○', running: '●', ended: '◆', closed: '✓' };
const NAME_WIDTH = { zh: 104, en: 150 };

/** 阶段进度: how far each phase is, where today is, and what is still to come. */
export function PhaseGantt({ campaign, overview, deadlines }: Props) {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const bars = useBars(campaign, overview);
  const markers = useMarkers(campaign, deadlines);
  const { token } = theme.useToken();
  const language = currentLanguage();
  const option = useMemo(
    () =>
      ganttOption({
        bars,
        markers,
        extent: extent(campaign),
        nameWidth: NAME_WIDTH[language],
        palette: {
          bar: token.colorPrimary,
          ground: token.colorPrimaryBorder,
          late: token.colorError,
          text: token.colorText,
          faint: token.colorBorderSecondary,
          card: token.colorBgContainer,
        },
      }),
    [bars, markers, campaign, token, language],
  );
  const open = (key: string) => {
    const [kind = '', ...rest] = key.split(':');
    const isLate = bars.some((bar) => bar.key === key && bar.isLate);
    void navigate({
      to: '/campaigns/$id/units',
      params: { id: campaign.id },
      search: {
        ...(kind === 'phase' || kind === 'due' ? { [kind]: rest.join(':') } : {}),
        ...(isLate ? { state: 'overdue' } : {}),
      },
    });
  };
  const running = campaign.phases.find(({ status }) => status === 'running');
  return (
    <Chart
      title={t('gantt.title')}
      option={option}
      height={ganttHeight(bars.length)}
      ariaSentence={t('gantt.aria', {
        count: campaign.phases.length,
        phase: running ? said(running.name) : t('gantt.no-phase'),
        in: overview?.reports.now ?? 0,
        late: overview?.overdue.now ?? 0,
      })}
      columns={(['name', 'from', 'to', 'status', 'done', 'late'] as const).map((key) => ({
        key,
        title: t(`gantt.${key}`),
      }))}
      rows={useRows(campaign, overview, deadlines)}
      onSelect={open}
    >
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {t('gantt.legend')}
      </Typography.Text>
    </Chart>
  );
}

const shareOf = (overview: CampaignOverview | undefined, id: string) => {
  const { owed = 0, settled = 0, overdue = 0 } = overview?.phases.find(({ phase }) => phase === id) ?? {};
  return { owed, settled, overdue };
};

function useBars(campaign: Campaign, overview: CampaignOverview | undefined): Bar[] {
  const { t } = useTranslation(['campaigns', 'domain']);
  return useMemo(
    () =>
      campaign.phases.flatMap(({ id, name, start, end, status }) => {
        if (!end) return [];
        const { owed, settled, overdue } = shareOf(overview, id);
        const late = overdue > 0 ? ` ✕ ${t('gantt.late-count', { count: overdue })}` : '';
        const nothing = overview ? t('gantt.nothing-owed') : t(`domain:phaseStatus.${status}`);
        const words = owed > 0 ? `${settled}/${owed} ${percent(settled, owed)}${late}` : nothing;
        return [
          {
            key: `phase:${id}`,
            name: `${GLYPHS[status] ?? ''} ${said(name)}`,
            from: Date.parse(start ?? `${campaign.start}T00:00:00+08:00`),
            to: Date.parse(end),
            share: owed > 0 ? settled / owed : 0,
            words,
            isLate: overdue > 0,
            hover: [
              `${said(name)} · ${t(`domain:phaseStatus.${status}`)}`,
              `${start ? dayText(start) : '…'} – ${dayText(end)}`,
              words,
            ].join('\n'),
          },
        ];
      }),
    [campaign, overview, t],
  );
}

function useMarkers({ nominalEnd }: Campaign, deadlines: readonly Deadline[]): Marker[] {
  const { t } = useTranslation('campaigns');
  const { colorError, colorInfo, colorTextSecondary, colorWarning } = theme.useToken().token;
  return useMemo(() => {
    const now = Date.now();
    const day = (at: number) => inZone(new Date(at).toISOString()).format('MM-DD');
    const nominal = nominalEnd ? Date.parse(nominalEnd) : undefined;
    return [
      {
        key: 'today',
        at: now,
        label: `${t('gantt.today')} ${day(now)}`,
        line: 'solid' as const,
        color: colorError,
        hover: `${t('gantt.today')} ${dayText(new Date(now).toISOString())}`,
      },
      ...(nominal
        ? [
            {
              key: 'nominal',
              at: nominal,
              label: `◎ ${t('gantt.nominal')} ${day(nominal)}`,
              line: 'dotted' as const,
              color: colorInfo,
              hover: `${t('gantt.nominal-why')}\n${dayText(new Date(nominal).toISOString())}`,
            },
          ]
        : []),
      ...standing(deadlines).map((deadline) => {
        const { owed, settled } = owedAt(deadline);
        const at = Date.parse(deadline.due);
        const isLate = at < now && settled < owed;
        const glyph = settled === owed ? '✓' : isLate ? '✕' : '▽';
        return {
          key: `due:${deadline.due}`,
          at,
          label: `${glyph} ${day(at)} ${settled}/${owed}`,
          line: 'dashed' as const,
          color: isLate ? colorError : deadline.provisional ? colorWarning : colorTextSecondary,
          hover: [
            `${t('gantt.due')} ${instantText(deadline.due)}`,
            duesText(deadline),
            t('gantt.settled', { settled, owed }),
            ...(deadline.provisional ? [t('deadline.provisional')] : []),
          ].join('\n'),
        };
      }),
    ];
  }, [nominalEnd, deadlines, t, colorError, colorInfo, colorTextSecondary, colorWarning]);
}

function useRows(
  campaign: Campaign,
  overview: CampaignOverview | undefined,
  deadlines: readonly Deadline[],
): ChartRow[] {
  const { t } = useTranslation(['campaigns', 'domain']);
  const phases = campaign.phases.map(({ id, name, start, end, status }) => {
    const { owed, settled, overdue } = shareOf(overview, id);
    return {
      key: `phase:${id}`,
      name: said(name),
      from: start && dayText(start),
      to: end && dayText(end),
      status: t(`domain:phaseStatus.${status}`),
      done: owed > 0 ? `${settled}/${owed} ${percent(settled, owed)}` : overview && t('gantt.nothing-owed'),
      late: overview && overdue,
    };
  });
  const dues = standing(deadlines).map((deadline) => {
    const { owed, settled } = owedAt(deadline);
    const isPast = Date.parse(deadline.due) < Date.now();
    return {
      key: `due:${deadline.due}`,
      name: `${t('gantt.due')} · ${duesText(deadline)}`,
      to: instantText(deadline.due),
      status: deadline.provisional ? t('deadline.provisional') : t(isPast ? 'deadline.past' : 'deadline.ahead'),
      done: `${settled}/${owed} ${percent(settled, owed)}`,
      late: isPast ? owed - settled : 0,
    };
  });
  const { nominalEnd } = campaign;
  return [
    ...phases,
    ...dues,
    ...(nominalEnd ? [{ key: 'nominal', name: t('gantt.nominal'), to: dayText(nominalEnd) }] : []),
  ];
}
