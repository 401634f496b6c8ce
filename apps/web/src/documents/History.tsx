import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../parts/time';
import { useFactLabel, useFactText } from './facts';
import type { CampaignDocument, DocumentFacts } from './queries';

type Versions = CampaignDocument['history'];

/** Who recorded or corrected what, and why; the newest first. */
export function History({ versions }: { readonly versions: Versions }) {
  const { t } = useTranslation('documents');
  const text = useFactText();
  const label = useFactLabel();
  const changes = ({ version, facts }: Versions[number]): string => {
    const before: DocumentFacts = versions.find((each) => each.version === version - 1)?.facts ?? {};
    return (Object.keys({ ...before, ...facts }) as (keyof DocumentFacts)[])
      .filter((key) => text(key, facts) !== text(key, before))
      .map((key) => `${label(key)}${t('colon')}${text(key, facts) || t('nothing')}`)
      .join(t('semicolon'));
  };
  return (
    <Table
      size="small"
      rowKey="version"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={versions}
      columns={[
        { title: t('version'), dataIndex: 'version' },
        { title: t('at'), render: (_, { at }) => instantText(at) },
        { title: t('by'), dataIndex: 'by' },
        { title: t('reason'), render: (_, { reason }) => reason ?? '' },
        {
          title: t('changes'),
          render: (_, version) => (
            <span className="break" style={{ display: 'block', maxWidth: 420 }}>
              {changes(version)}
            </span>
          ),
        },
      ]}
    />
  );
}
