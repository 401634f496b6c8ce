import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer, Empty, Flex, List, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { FailureAlert } from '../parts/Failure';
import { instantText } from '../parts/time';
import { looksQuery } from './queries';

/** 举报人查看记录: who looked, when and why. Whom they saw is not said here, and cannot be opened from here. */
export function ReporterLooks() {
  const { t } = useTranslation('record');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('looks.open')}</Button>
      <Drawer title={t('looks.title')} open={isOpen} onClose={() => setOpen(false)} destroyOnHidden>
        <Looks />
      </Drawer>
    </>
  );
}

function Looks() {
  const { t } = useTranslation(['record', 'leads']);
  const mayReadCases = useMay()('case.read');
  const query = useInfiniteQuery(looksQuery);
  const looks = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Flex vertical gap="small">
      <Typography.Text type="secondary">{t('looks.note')}</Typography.Text>
      {query.error && <FailureAlert error={query.error} />}
      {query.data && (
        <List
          dataSource={looks}
          locale={{ emptyText: <Empty description={t('looks.empty')} /> }}
          renderItem={({ id, case: file, number, name, reason, at }) => (
            <List.Item key={id}>
              <div>
                <strong>{name}</strong> · {instantText(at)}
                <br />
                {mayReadCases ? (
                  <Link to="/cases/$id" params={{ id: file }}>
                    {number}
                  </Link>
                ) : (
                  number
                )}
                <Typography.Paragraph className="break" style={{ margin: 0 }}>
                  {reason}
                </Typography.Paragraph>
              </div>
            </List.Item>
          )}
        />
      )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('leads:more')}
        </Button>
      )}
    </Flex>
  );
}
