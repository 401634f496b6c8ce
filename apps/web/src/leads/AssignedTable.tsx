import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Flex, Segmented, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { StageTag } from '../cases/StageTag';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { StateTag } from '../parts/StateTag';
import { dayText } from '../parts/time';
import { assignedQuery } from './queries';

const STATES = ['unanswered', 'overdue', 'answered'] as const;

/** 交办线索核对: what a superior assigned, and what was never answered, also where the case has long ended (R-LEAD-09). */
export function AssignedTable() {
  const { t } = useTranslation(['leads', 'domain', 'cases']);
  const { state: asked } = useSearch({ from: '/app/leads' });
  const navigate = useNavigate();
  const state = STATES.find((each) => each === asked) ?? 'unanswered';
  const query = useInfiniteQuery(assignedQuery(state));
  if (query.error && !query.data) return <FailurePage error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <LoadingPage />;
  const { unanswered = 0, overdue = 0, ended = 0 } = query.data.pages[0] ?? {};
  return (
    <Flex vertical gap="middle">
      <Flex wrap gap="small" align="center">
        <Segmented
          value={state}
          options={STATES.map((value) => ({ value, label: t(`assigned.state.${value}`) }))}
          onChange={(value) => void navigate({ to: '/leads', search: { tab: 'assigned', state: value } })}
        />
        <StateTag tone={unanswered > 0 ? 'active' : 'good'}>{t('assigned.unanswered', { count: unanswered })}</StateTag>
        <StateTag tone={overdue > 0 ? 'bad' : 'good'}>{t('assigned.overdue', { count: overdue })}</StateTag>
        <StateTag tone={ended > 0 ? 'bad' : 'good'}>{t('assigned.ended', { count: ended })}</StateTag>
      </Flex>
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={query.data.pages.flatMap(({ items }) => items)}
        locale={{ emptyText: <Empty description={t('assigned.empty')} /> }}
        columns={[
          {
            title: t('cases:number'),
            render: (_, { id, number }) => (
              <Link to="/cases/$id" params={{ id }}>
                {number}
              </Link>
            ),
          },
          { title: t('cases:title'), dataIndex: 'title' },
          {
            title: t('assigned.by'),
            render: (_, { assignment }) => [assignment.by, assignment.number].filter(Boolean).join(' '),
          },
          {
            title: t('assigned.due'),
            render: (_, { assignment, isOverdue }) => (
              <>
                {dayText(assignment.due)} {isOverdue && <StateTag tone="bad">{t('assigned.late')}</StateTag>}
              </>
            ),
          },
          { title: t('cases:stage'), render: (_, { stage }) => <StageTag stage={stage} /> },
          { title: t('cases:handler'), dataIndex: 'handlerName' },
          {
            title: t('assigned.answer'),
            render: (_, { assignment }) => (
              <Typography.Text className="break">{assignment.answer ?? t('cases:assignment.open')}</Typography.Text>
            ),
          },
        ]}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Flex>
  );
}
