import { DownloadOutlined, ImportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { JobButton } from '../jobs/JobButton';
import { csv } from '../parts/csv';
import { downloadCsv } from '../parts/download';
import { AcceptBasket } from './AcceptBasket';
import { ChaseBasket } from './ChaseBasket';
import { awaitingCells, columnsOf } from './lines';
import type { Campaign, Progress } from './queries';
import { whyNot } from '../acts/why-not';
import type { Basket } from './useBasket';

interface Props {
  readonly campaign: Campaign;
  readonly progress: Progress;
  readonly basket: Basket;
  readonly marked: Basket;
  /** What the map shows, as lines of words. */
  readonly sheet: () => string[][];
  readonly onChases: () => void;
}

/** What can be done with the whole of the page; each for those who may. */
export function PageActs({ campaign, progress, basket, marked, sheet, onChases }: Props) {
  const { t } = useTranslation(['progress', 'shell', 'imports']);
  const may = useMay();
  const { id, name } = campaign;
  const chase = campaign.acts.find(({ act }) => act === 'chaseUnits');
  const awaiting = useMemo(() => awaitingCells(progress.rows, columnsOf(progress, progress.rows)), [progress]);
  return (
    <>
      <Button onClick={() => downloadCsv(`${name}-${t('title')}.csv`, csv(sheet()))}>{t('shell:export-csv')}</Button>
      {may('campaign.coordinate') && (
        <JobButton job={{ kind: 'exportObligations', campaign: id }} icon={<DownloadOutlined />}>
          {t('shell:export')}
        </JobButton>
      )}
      {may('import.make') && may('campaign.coordinate') && (
        <Link to="/imports" search={{ kind: 'reports', campaign: id }}>
          <ImportOutlined /> {t('imports:link')}
        </Link>
      )}
      {!may('obligation.submit') && <Button onClick={onChases}>{t('chases.title')}</Button>}
      {may('obligation.review') && (
        <AcceptBasket campaign={id} count={awaiting.filter((cell) => marked.chosen.has(cell)).length} marked={marked} />
      )}
      {chase && (
        <ChaseBasket
          campaign={campaign}
          rows={progress.rows}
          basket={basket}
          withheld={whyNot(chase.withheld)}
          onSent={onChases}
        />
      )}
    </>
  );
}
