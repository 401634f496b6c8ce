import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** 承诺书, to be printed, signed and sealed. */
export function LetterButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('self-checks');
  return (
    <Button
      icon={<DownloadOutlined />}
      href={`/api/v1/self-checks/${id}/commitment/docx`}
      style={{ marginBlock: 12 }}
      download
    >
      {t('letter')}
    </Button>
  );
}
