import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button, Collapse, Empty, Flex, Grid, Segmented, Typography } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { usePrinting } from '../parts/usePrinting';
import { useAsk, without } from './address';
import { ChasesDrawer } from './ChasesDrawer';
import { Heatmap } from './Heatmap';
import { type Hint, Legend } from './Legend';
import { awaitingCells, columnsOf, filtered, linesOf } from './lines';
import { PageActs } from './PageActs';
import { PrintedMap } from './PrintedMap';
import { ProgressTable } from './ProgressTable';
import { type Campaign, type Progress, type ReportColumn, progressQuery } from './queries';
import { NAME_WIDTH } from './sizes';
import { cellKey, chasedLately, reportKey, tallyOf } from './states';
import { UnitDrawer } from './UnitDrawer';
import { useBasket } from './useBasket';
import { sameInstant, useFilters } from './useFilters';
import { useGroups } from './useGroups';
import { useSheet } from './useSheet';

/** 单位进度与催报: every unit of a campaign and how each of its reports stands. */
export function ProgressPage() {
  const { id } = useParams({ from: '/app/campaigns/$id/units' });
  useLive(id);
  const campaign = useQuery(campaignQuery(id));
  const progress = useQuery(progressQuery(id));
  const shown = useQuery(progressQuery(id, useSearch({ from: '/app/campaigns/$id/units' })));
  const failed = campaign.error ?? progress.error ?? shown.error;
  if (campaign.data && progress.data && shown.data)
    return <Units campaign={campaign.data} progress={progress.data} shown={shown.data} />;
  if (!failed) return <LoadingPage />;
  const again = () => void Promise.all([campaign.refetch(), progress.refetch(), shown.refetch()]);
  return <FailurePage error={failed} again={again} />;
}

interface UnitsProps {
  readonly campaign: Campaign;
  readonly progress: Progress;
  /** What of it belongs to the phase or the deadline that is asked for. */
  readonly shown: Progress;
}

function Units({ campaign, progress, shown }: UnitsProps) {
  const { t } = useTranslation(['progress', 'domain', 'shell']);
  const search = useSearch({ from: '/app/campaigns/$id/units' });
  const { view = 'map', group, due } = search;
  const ask = useAsk(campaign.id);
  const { md: isWide } = Grid.useBreakpoint();
  const basket = useBasket(`basket.${campaign.id}`);
  const marked = useBasket(`marked.${campaign.id}`);
  const mayChase = campaign.acts.some(({ act }) => act === 'chaseUnits');
  const mayReview = useMay()('obligation.review');
  const words = useGroups(progress);
  const rows = useMemo(() => filtered(shown, search), [shown, search]);
  const lines = useMemo(
    () => linesOf(rows, group, group === 'kind' ? words.kind : words.region),
    [rows, group, words.kind, words.region],
  );
  const columns = useMemo(() => columnsOf(shown, rows), [shown, rows]);
  const late = rows.filter((row) => tallyOf(row).overdue > 0);
  const toChase = late.filter((row) => !row.dropped && !chasedLately(row) && !basket.chosen.has(row.unit));
  const awaiting = useMemo(() => awaitingCells(rows, columns), [rows, columns]);
  const toMark = awaiting.filter((cell) => !marked.chosen.has(cell));
  const isPrinting = usePrinting();
  const mark = (unit: string, report: ReportColumn) => marked.toggle(cellKey(unit, report));
  const hints: Hint[] = ['keys', ...(mayChase ? ['chase' as const] : []), ...(mayReview ? ['accept' as const] : [])];
  const sentence = t('sentence', { count: rows.length, overdue: late.length, reports: columns.length });
  const sheet = useSheet(shown, words);
  const fields = useFilters(campaign, progress, words, due);
  const asked = { ...search, ...(due ? { due: sameInstant(due) } : {}) };
  const bar = <QueryBar filters={fields} value={asked} onChange={(wanted) => ask({ ...wanted, view })} />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/campaigns/$id" params={{ id: campaign.id }}>
          {campaign.name}
        </Link>
      }
      acts={
        <PageActs
          campaign={campaign}
          progress={progress}
          basket={basket}
          marked={marked}
          sheet={() => sheet(rows)}
          onChases={() => ask({ ...search, panel: 'chases' })}
        />
      }
    >
      {isWide === false ? (
        <Collapse ghost size="small" items={[{ key: 'filters', label: t('filters'), children: bar }]} />
      ) : (
        bar
      )}
      <Flex wrap gap="small" justify="space-between" align="center" style={{ marginBlockEnd: 8 }}>
        <Typography.Text role="status">{sentence}</Typography.Text>
        <Flex wrap gap="small" className="no-print">
          {mayChase && toChase.length > 0 && (
            <Button danger onClick={() => basket.add(toChase.map(({ unit }) => unit))}>
              {t('basket.add-overdue', { count: toChase.length })}
            </Button>
          )}
          {mayReview && toMark.length > 0 && (
            <Button onClick={() => marked.add(toMark)}>{t('accept.all', { count: toMark.length })}</Button>
          )}
          <Segmented
            value={view}
            options={['map', 'table'].map((value) => ({ value, label: t(value === 'map' ? 'map' : 'shell:table') }))}
            onChange={(chosen) => ask({ ...search, view: chosen })}
          />
        </Flex>
      </Flex>
      {(view === 'map' || isPrinting) && <Legend rows={rows} hints={isWide === false ? [] : hints} />}
      {rows.length === 0 || progress.columns.length === 0 ? (
        <Empty description={t(progress.columns.length === 0 ? 'nothing-owed' : 'no-units')} />
      ) : isPrinting ? (
        <PrintedMap lines={lines} columns={columns} label={sentence} />
      ) : view === 'table' ? (
        <ProgressTable rows={rows} words={words} onOpen={(unit) => ask({ ...search, unit })} />
      ) : (
        <Heatmap
          lines={lines}
          columns={columns}
          basket={basket.chosen}
          marked={marked.chosen}
          label={sentence}
          nameWidth={isWide === false ? NAME_WIDTH.narrow : NAME_WIDTH.wide}
          onOpen={(unit, column) => ask({ ...search, unit, ...(column ? { report: reportKey(column) } : {}) })}
          onPick={mayChase ? basket.toggle : undefined}
          onMark={mayReview ? mark : undefined}
        />
      )}
      <UnitDrawer
        campaign={campaign}
        progress={progress}
        search={search}
        words={words}
        isPicked={basket.chosen.has(search.unit ?? '')}
        onPick={mayChase ? basket.toggle : undefined}
        marked={marked.chosen}
        onMark={mayReview ? mark : undefined}
        onChange={ask}
      />
      <ChasesDrawer
        campaign={campaign.id}
        isOpen={search.panel === 'chases'}
        onClose={() => ask(without(search, 'panel'))}
      />
    </PageShell>
  );
}
