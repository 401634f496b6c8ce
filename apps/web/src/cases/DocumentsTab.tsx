import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Segmented, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { FailurePage } from '../parts/Failure';
import { OfficialSheet } from './OfficialSheet';
import { type CaseFile, caseDocumentsQuery } from './queries';

/** 文书: read as it will be printed, and taken along as a .docx with the same text. */
export function DocumentsTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['cases', 'domain']);
  const { data, error, refetch } = useQuery(caseDocumentsQuery(file.id));
  const [chosen, setChosen] = useState<string>();
  if (error) return <FailurePage error={error} again={() => void refetch()} />;
  // As high as a sheet, or what stands below it on a phone would jump away.
  if (!data) return <Skeleton active style={{ minHeight: '100vh' }} />;
  const document = data.find(({ id }) => id === chosen) ?? data.at(-1);
  if (!document) return <Empty description={t('documents.empty')} />;
  return (
    <>
      <Flex wrap gap="small" className="no-print" style={{ marginBlockEnd: 12 }}>
        <Segmented
          value={document.id}
          onChange={setChosen}
          options={data.map(({ id, nameZh, nameEn }) => ({ value: id, label: said({ zh: nameZh, en: nameEn }) }))}
        />
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          href={`/api/v1/cases/${file.id}/documents/${document.id}/docx`}
        >
          {t('documents.download')}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('documents.print')}
        </Button>
      </Flex>
      {document.certainty !== 'R' && (
        <Typography.Paragraph type="secondary" className="no-print">
          {t(`domain:certainty.${document.certainty}`)}：{document.source}
        </Typography.Paragraph>
      )}
      <OfficialSheet text={document.text} />
    </>
  );
}
