import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Card, Checkbox, Empty, Flex, Input, Select, Skeleton, Tag, Typography, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueText } from '../parts/DueText';
import { FailureAlert } from '../parts/Failure';
import { StateTag } from '../parts/StateTag';
import './leads.css';
import { type LeadFilters, type LeadLine, queueQuery } from './queries';

interface Props {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Leads that wait for verification, the soonest deadline first, by where they came from. */
export function LeadQueue({ chosen, onChoose }: Props) {
  const { t } = useTranslation(['leads', 'domain']);
  const { source, mine, q } = useSearch({ from: '/app/leads' });
  const filters: LeadFilters = { ...(source ? { source } : {}), ...(mine ? { mine } : {}), ...(q ? { q } : {}) };
  const navigate = useNavigate();
  const query = useInfiniteQuery(queueQuery(filters));
  const ask = (change: LeadFilters) => void navigate({ to: '/leads', search: { ...filters, ...change } });
  const leads = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const bySource = query.data?.pages[0]?.bySource ?? [];
  const total = bySource.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card size="small" title={t('queue')} extra={<StateTag tone="active">{t('waiting', { count: total })}</StateTag>}>
      <Flex vertical gap="small">
        <Select
          aria-label={t('all')}
          value={source ?? ''}
          options={[
            { value: '', label: `${t('all')} ${total}` },
            ...bySource.map((each) => ({
              value: each.source,
              label: `${t(`domain:value.source.${each.source}`)} ${each.count}`,
            })),
          ]}
          onChange={(value: string) => void navigate({ to: '/leads', search: { ...filters, source: value } })}
        />
        <Flex gap="small" align="center">
          <Input.Search
            aria-label={t('search')}
            placeholder={t('search')}
            defaultValue={q ?? ''}
            maxLength={100}
            allowClear
            onSearch={(value) => ask({ q: value.trim() })}
          />
          <Checkbox
            className="nowrap"
            checked={mine === 'true'}
            onChange={({ target }) => ask({ mine: target.checked ? 'true' : '' })}
          >
            {t('mine')}
          </Checkbox>
        </Flex>
        {query.error && <FailureAlert error={query.error} />}
        {!query.data && !query.error && <Skeleton active />}
        {query.data && leads.length === 0 && <Empty description={t('empty')} />}
        <nav aria-label={t('queue')}>
          {leads.map((lead) => (
            <Line key={lead.id} lead={lead} isChosen={lead.id === chosen} onChoose={() => onChoose(lead.id)} />
          ))}
        </nav>
        {query.hasNextPage && (
          <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </Flex>
    </Card>
  );
}

interface LineProps {
  readonly lead: LeadLine;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Line({ lead, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation(['leads', 'domain']);
  const { colorBorderSecondary, colorPrimaryBg } = theme.useToken().token;
  return (
    <button
      type="button"
      className="leads-line"
      aria-current={isChosen}
      onClick={onChoose}
      style={{ borderColor: colorBorderSecondary, background: isChosen ? colorPrimaryBg : 'transparent' }}
    >
      <Flex wrap gap="small" justify="space-between">
        <Tag>{t(`domain:value.source.${lead.source}`)}</Tag>
        {lead.due && <DueText due={lead.due} />}
      </Flex>
      <strong className="break">{lead.title}</strong>
      <Typography.Text type="secondary" className="break">
        {lead.subject} · {lead.handlerName}
      </Typography.Text>
      <Flex wrap gap={4}>
        {lead.reporters.length > 0 && (
          <Tag color="purple">
            {t(`reporter.${lead.reporters.some(({ kind }) => kind === 'named') ? 'named' : 'anonymous'}`)}
          </Tag>
        )}
        {lead.tags.map((tag) => (
          <Tag key={tag}>{t(`domain:value.tags.${tag}`)}</Tag>
        ))}
      </Flex>
    </button>
  );
}
