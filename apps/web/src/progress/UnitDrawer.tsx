import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Flex, Select, Skeleton, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { BlockedTag } from '../credit/BlockedTag';
import { FailureAlert } from '../parts/Failure';
import { instantText, shortText } from '../parts/time';
import { ChaseList } from './ChaseList';
import {
  type Campaign,
  type Progress,
  type ProgressSearch,
  type ReportColumn,
  type UnitRow,
  owedQuery,
} from './queries';
import { ReportView } from './ReportView';
import { LOOKS, awaitsReview, cellKey, reportKey, stateOf } from './states';
import type { GroupWords } from './useGroups';

interface Props {
  readonly campaign: Campaign;
  readonly progress: Progress;
  readonly search: ProgressSearch;
  readonly words: GroupWords;
  readonly isPicked: boolean;
  readonly onPick: ((unit: string) => void) | undefined;
  readonly marked: ReadonlySet<string>;
  readonly onMark: ((unit: string, report: ReportColumn) => void) | undefined;
  readonly onChange: (search: ProgressSearch) => void;
}

/** One unit: the report that was opened, with what may be done about it, and how often the unit was chased. */
export function UnitDrawer(props: Props) {
  const { campaign, progress, search, words, isPicked, onPick, onChange } = props;
  const { t } = useTranslation('progress');
  const mayReadChases = !useMay()('obligation.submit');
  const row = progress.rows.find(({ unit }) => unit === search.unit);
  const { unit: _unit, report: _report, ...rest } = search;
  return (
    <Drawer
      open={row !== undefined}
      onClose={() => onChange(rest)}
      title={row?.name}
      size="min(640px, 100vw)"
      destroyOnHidden
      extra={
        row &&
        onPick && <Button onClick={() => onPick(row.unit)}>{t(isPicked ? 'basket.take-out' : 'basket.put-in')}</Button>
      }
    >
      {row && (
        <Flex vertical gap="middle">
          <Flex wrap gap="small">
            <Tag>{words.region(row.region)}</Tag>
            <Tag>{words.kind(row.kind)}</Tag>
            <BlockedTag unit={row.unit} />
            {row.keyTarget && <Tag color="warning">{t('key')}</Tag>}
            {row.dropped && <Tag>{t('dropped')}</Tag>}
            {row.chasedAt && <Tag>{t('last-chased', { at: shortText(row.chasedAt) })}</Tag>}
          </Flex>
          <Reports {...props} row={row} onReport={(report) => onChange({ ...search, report })} />
          {mayReadChases && (
            <section>
              <Typography.Title level={2} style={{ fontSize: 16 }}>
                {t('chases.title')}
              </Typography.Title>
              <ChaseList campaign={campaign.id} unit={row.unit} />
            </section>
          )}
        </Flex>
      )}
    </Drawer>
  );
}

interface ReportsProps extends Pick<Props, 'campaign' | 'progress' | 'search' | 'marked' | 'onMark'> {
  readonly row: UnitRow;
  readonly onReport: (report: string) => void;
}

function Reports({ campaign, progress: { columns }, search, row, marked, onMark, onReport }: ReportsProps) {
  const { t } = useTranslation('progress');
  const { data, error } = useQuery(owedQuery(campaign.id, row.unit));
  if (error) return <FailureAlert error={error} />;
  if (!data) return <Skeleton active />;
  const own = columns.flatMap((column, place) => {
    const { look, word } = stateOf(row.states[place]);
    const label = `${LOOKS[look]} ${column.name} · ${instantText(column.due)} · ${t(`letter.${word}`)}`;
    return look === 'none'
      ? []
      : [{ value: reportKey(column), label, look, column, awaits: awaitsReview(row.states[place]) }];
  });
  const neediest = own.find(({ look }) => look === 'overdue') ?? own[0];
  const chosen = own.find(({ value }) => value === search.report) ?? neediest;
  const obligation = data.find((each) => reportKey(each) === chosen?.value);
  return (
    <>
      <Select
        className="wide"
        aria-label={t('report')}
        options={own.map(({ value, label }) => ({ value, label }))}
        {...(chosen ? { value: chosen.value } : {})}
        onChange={onReport}
      />
      {onMark && chosen?.awaits && (
        <Button onClick={() => onMark(row.unit, chosen.column)}>
          {t(marked.has(cellKey(row.unit, chosen.column)) ? 'accept.take-out' : 'accept.put-in')}
        </Button>
      )}
      {obligation && <ReportView key={obligation.id} obligation={obligation} />}
    </>
  );
}
