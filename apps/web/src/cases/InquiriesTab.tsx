import { Collapse, Empty, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../parts/time';
import type { CaseFile } from './queries';

export function InquiriesTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases');
  if (file.inquiries.length === 0) return <Empty description={t('inquiries.empty')} />;
  return (
    <Collapse
      defaultActiveKey={file.inquiries.at(-1)?.id ?? ''}
      items={file.inquiries.map(({ id, person, record, place, heldAt, officers }) => ({
        key: id,
        label: `${person} · ${instantText(heldAt)}`,
        children: (
          <>
            <Typography.Text type="secondary">
              {place} · {officers.map((officer) => file.people[officer] ?? officer).join('、')}
            </Typography.Text>
            <Typography.Paragraph className="break" style={{ whiteSpace: 'pre-wrap', marginBlockStart: 8 }}>
              {record}
            </Typography.Paragraph>
          </>
        ),
      }))}
    />
  );
}
