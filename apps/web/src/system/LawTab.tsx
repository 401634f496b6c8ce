import { useQuery } from '@tanstack/react-query';
import { Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import { dayText } from '../parts/time';
import { type Law, lawQuery } from '../penalty/queries';
import { times } from '../penalty/marks';
import { Listing } from './Listing';

/** 法规参数: every limit and every band with its article, and whether the article itself was read. */
export function LawTab() {
  const { t } = useTranslation(['system', 'domain']);
  const law = useQuery(lawQuery);
  const { data } = law;
  return (
    <>
      {data && (
        <Descriptions
          size="small"
          column={1}
          items={(
            [
              ['version', `${data.id}@${data.version}`],
              ['law.from', dayText(data.effectiveFrom)],
              ['law.source', data.source],
            ] as const
          ).map(([key, children]) => ({ key, label: t(key), children }))}
        />
      )}
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('law.penalties')}
      </Typography.Title>
      <Listing
        query={law}
        rows={data?.penalties}
        rowKey={({ breach }) => breach}
        empty={t('law.empty')}
        columns={[
          { title: t('domain:field.breach'), render: (_, { breach }) => t(`domain:value.breach.${breach}`) },
          {
            title: t('law.band'),
            render: (_, { fine }) =>
              fine ? t('law.times', { min: times(fine.min), max: times(fine.max) }) : t('law.no-fine'),
          },
          { title: t('law.article'), dataIndex: 'article' },
          { title: t('law.certainty'), render: (_, { certainty }) => <Certainty certainty={certainty} /> },
        ]}
      />
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('law.clocks')}
      </Typography.Title>
      <Clocks law={law} />
    </>
  );
}

function Clocks({ law }: { readonly law: ReturnType<typeof useQuery<Law>> }) {
  const { t } = useTranslation('system');
  return (
    <Listing
      query={law}
      rows={law.data?.clocks}
      rowKey={({ id }) => id}
      empty={t('law.empty')}
      columns={[
        { title: t('law.clock'), render: (_, { name }) => said(name) },
        {
          title: t('law.length'),
          render: (_, { length, unit, extensions }) =>
            [
              t(`law.unit.${unit}`, { count: length }),
              ...extensions.map((each) => t('law.extension', { count: each.length })),
            ].join(t('law.comma')),
        },
        { title: t('law.starts'), dataIndex: 'startsFrom' },
        {
          title: t('law.article'),
          render: (_, { article, note }) => (
            <div style={{ maxWidth: 420 }} className="break">
              {article}
              {note && (
                <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
                  {note}
                </Typography.Paragraph>
              )}
            </div>
          ),
        },
        { title: t('law.certainty'), render: (_, { certainty }) => <Certainty certainty={certainty} /> },
      ]}
    />
  );
}

/** What was not read in the statute's own text is to be confirmed where the product is used. */
function Certainty({ certainty }: { readonly certainty: Law['clocks'][number]['certainty'] }) {
  const { t } = useTranslation(['system', 'domain']);
  const isRead = certainty === 'R';
  return (
    <>
      <StateTag tone={isRead ? 'good' : 'warning'}>{t(isRead ? 'law.read' : 'law.to-confirm')}</StateTag>
      {!isRead && (
        <>
          <br />
          <Typography.Text type="secondary">{t(`domain:certainty.${certainty}`)}</Typography.Text>
        </>
      )}
    </>
  );
}
