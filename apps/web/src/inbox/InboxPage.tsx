import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Badge, Button, Empty, Flex, Segmented, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api';
import { said } from '../locales';
import { FailurePage } from '../parts/Failure';
import { PageShell } from '../parts/PageShell';
import { StateTag } from '../parts/StateTag';
import { shortText } from '../parts/time';
import { inboxQuery } from './queries';

/** What one was told; each line leads to what it is about. */
export function InboxPage() {
  const { t } = useTranslation();
  const { show = 'all' } = useSearch({ from: '/app/inbox' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data, error, isFetching, fetchNextPage, hasNextPage, refetch } = useInfiniteQuery(
    inboxQuery(show === 'unread'),
  );
  const { mutate: open } = useMutation({
    mutationFn: ({ id }: { id: string; link: string }) =>
      api.PUT('/api/v1/notifications/{id}/read', { params: { path: { id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
    onMutate: ({ link }) => void navigate({ to: link }),
  });
  if (error) return <FailurePage error={error} again={() => void refetch()} />;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageShell
      title={t('place.inbox')}
      acts={
        <Segmented
          value={show}
          options={[
            { value: 'all', label: t('inbox.all') },
            { value: 'unread', label: t('inbox.unread') },
          ]}
          onChange={(value) => void navigate({ to: '/inbox', search: value === 'unread' ? { show: 'unread' } : {} })}
        />
      }
    >
      <Table
        rowKey="id"
        size="middle"
        loading={isFetching && items.length === 0}
        pagination={false}
        dataSource={items}
        locale={{ emptyText: <Empty description={t('inbox.empty')} /> }}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t('inbox.what'),
            render: (_, { subjectZh, subjectEn, readAt, id, link }) => (
              <Flex gap="small">
                <Badge status={readAt ? 'default' : 'processing'} title={t(readAt ? 'inbox.read' : 'inbox.unread')} />
                <Button
                  type="link"
                  className="break"
                  style={{ padding: 0, whiteSpace: 'normal', textAlign: 'start', height: 'auto' }}
                  onClick={() => open({ id, link })}
                >
                  {said({ zh: subjectZh, en: subjectEn })}
                </Button>
              </Flex>
            ),
          },
          {
            title: t('inbox.state'),
            width: 120,
            render: (_, { recalledAt }) => recalledAt && <StateTag tone="quiet">{t('inbox.recalled')}</StateTag>,
          },
          {
            title: t('inbox.at'),
            width: 130,
            render: (_, { at }) => <Typography.Text type="secondary">{shortText(at)}</Typography.Text>,
          },
        ]}
      />
      {hasNextPage && (
        <Flex justify="center" style={{ marginBlockStart: 16 }}>
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </Flex>
      )}
    </PageShell>
  );
}
