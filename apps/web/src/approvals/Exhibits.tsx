import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../cases/queries';
import { textExhibitQuery } from './queries';

type Exhibit = CaseFile['evidence'][number];

/** So many are shown opened; the others are a click away. */
const KEY_EXHIBITS = 2;
const MOST_TEXT = 1_500;

export function Exhibits({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['approvals', 'domain']);
  if (file.evidence.length === 0) return <Typography.Text type="secondary">{t('no-evidence')}</Typography.Text>;
  return (
    <Flex vertical gap="small">
      {file.evidence.map((exhibit, index) => {
        const url = `/api/v1/cases/${file.id}/evidence/${exhibit.id}`;
        return (
          <div key={exhibit.id}>
            <a href={url} download={exhibit.name} className="break">
              <DownloadOutlined /> {exhibit.name}
            </a>{' '}
            <Typography.Text type="secondary">{t(`domain:value.kind.${exhibit.kind}`)}</Typography.Text>
            {index < KEY_EXHIBITS && <Opened exhibit={exhibit} url={url} />}
          </div>
        );
      })}
    </Flex>
  );
}

function Opened({ exhibit, url }: { readonly exhibit: Exhibit; readonly url: string }) {
  const { t } = useTranslation('approvals');
  if (exhibit.mediaType.startsWith('image/')) return <img className="exhibit" src={url} alt={exhibit.name} />;
  if (exhibit.mediaType.startsWith('text/')) return <OpenedText url={url} />;
  return (
    <div>
      <Typography.Text type="secondary">{t('not-shown')}</Typography.Text>
    </div>
  );
}

function OpenedText({ url }: { readonly url: string }) {
  const { data = '' } = useQuery(textExhibitQuery(url));
  return <pre className="exhibit">{data.slice(0, MOST_TEXT)}</pre>;
}
