import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../parts/time';
import { FigureList } from './FigureList';
import type { Duty } from './queries';

/** What was said last of the same thing. */
export function LastReport({ previous }: { readonly previous: NonNullable<Duty['previous']> }) {
  const { t } = useTranslation('desk');
  return (
    <Card size="small" title={t('last.title')} type="inner">
      <Typography.Paragraph type="secondary">{instantText(previous.submittedAt)}</Typography.Paragraph>
      <Typography.Paragraph className="break" style={{ whiteSpace: 'pre-wrap' }}>
        {previous.content}
      </Typography.Paragraph>
      <FigureList figures={previous.figures} />
    </Card>
  );
}
