import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Skeleton, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { signed } from '../parts/signed';
import { instantText, shortText } from '../parts/time';
import { type Campaign, type RecordEntry, recordQuery } from './queries';

interface Group {
  readonly first: RecordEntry;
  readonly count: number;
}

/** What happened in the campaign, the newest first. Alike things of one hour by one person stand together. */
export function CampaignRecord({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation(['campaigns', 'domain', 'shell']);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(recordQuery(campaign.id));
  if (error && !data) return <FailureAlert error={error} />;
  if (!data) return <Skeleton active />;
  const groups = grouped(data.pages.flatMap(({ items }) => items));
  return (
    <Card size="small" title={t('record.title')}>
      <Timeline
        items={groups.map(({ first, count }) => ({
          key: first.seq,
          color: first.actor.kind === 'machine' ? 'gray' : 'blue',
          content: (
            <>
              <strong>{t(`domain:event.${first.kind}`)}</strong>
              {count > 1 && ` × ${count}`}
              <br />
              <Typography.Text type="secondary">
                {instantText(first.at)} · {first.actor.kind === 'machine' ? t('record.machine') : signed(first.actor)}
              </Typography.Text>
              {count === 1 && <Words campaign={campaign} entry={first} />}
            </>
          ),
        }))}
      />
      {hasNextPage && (
        <Flex justify="center">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('shell:more')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}

const HOUR = 'YYYY-MM-DDTHH'.length;

function grouped(entries: readonly RecordEntry[]): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const isAlike =
      last?.first.kind === entry.kind &&
      signed(last.first.actor) === signed(entry.actor) &&
      last.first.at.slice(0, HOUR) === entry.at.slice(0, HOUR);
    if (last && isAlike) groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ first: entry, count: 1 });
  }
  return groups;
}

const SAID = ['reason', 'note', 'summary', 'content'] as const;

/** What was said at it, and what it was about. */
function Words({ campaign, entry: { kind, data } }: { readonly campaign: Campaign; readonly entry: RecordEntry }) {
  const { t } = useTranslation('campaigns');
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : undefined);
  const phase = campaign.phases.find(({ id }) => id === data['phase']);
  const words = [
    phase && said(phase.name),
    kind === 'deadlineMoved' &&
      t('record.moved', { from: shortText(text('from') ?? ''), to: shortText(text('to') ?? '') }),
    typeof data['obligations'] === 'number' && t('record.units', { count: data['obligations'] }),
    ...SAID.map(text),
  ].filter((each) => typeof each === 'string');
  return words.map((each) => (
    <Typography.Paragraph
      key={each}
      className="break"
      ellipsis={{ rows: 3, expandable: true }}
      style={{ marginBlock: '4px 0' }}
    >
      {each}
    </Typography.Paragraph>
  ));
}
