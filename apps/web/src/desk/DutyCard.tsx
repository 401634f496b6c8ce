import { Alert, Button, Card, Col, Flex, Row, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DueText } from '../parts/DueText';
import { instantText } from '../parts/time';
import { WriteReport } from '../reports/WriteReport';
import { LastReport } from './LastReport';
import { NoChange } from './NoChange';
import type { Duty } from './queries';
import { ReportState } from './ReportState';

interface Props {
  readonly duty: Duty;
  readonly isOpen: boolean;
  readonly onSent: () => void;
}

/** One thing the unit owes: by when, what was said of it, and the form, with the last report beside it. */
export function DutyCard({ duty, isOpen, onSent }: Props) {
  const { t } = useTranslation(['desk', 'domain']);
  const [isWriting, setWriting] = useState(isOpen);
  const { name, campaignName, period, due, note, overdueAt, previous, receiver } = duty;
  return (
    <Card
      title={
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0, whiteSpace: 'normal' }} className="break">
          {name}
        </Typography.Title>
      }
      extra={<ReportState report={duty} />}
    >
      <Flex wrap gap="small" justify="space-between" align="center" style={{ marginBlockEnd: 12 }}>
        <span>
          {t('due')} <DueText due={due} />
        </span>
        <Typography.Text type="secondary" className="break">
          {campaignName} {period && t('period', { period })} {receiver && `→ ${receiver}`}
        </Typography.Text>
      </Flex>
      {note && (
        <Alert
          type="warning"
          showIcon
          title={t('returned')}
          description={<span className="break">{note}</span>}
          style={{ marginBlockEnd: 12 }}
        />
      )}
      {overdueAt && (
        <Alert
          type="error"
          showIcon
          title={t('overdue', { at: instantText(overdueAt) })}
          style={{ marginBlockEnd: 12 }}
        />
      )}
      <Flex wrap gap="small" style={{ marginBlockEnd: isWriting ? 12 : 0 }}>
        {!isWriting && (
          <Button type="primary" onClick={() => setWriting(true)}>
            {t('write')}
          </Button>
        )}
        {previous && period && <NoChange duty={duty} previous={previous} onSent={onSent} />}
      </Flex>
      {isWriting && (
        <Row gutter={[24, 16]}>
          <Col xs={24} lg={previous ? 15 : 24}>
            <WriteReport obligation={duty} onDone={onSent} />
          </Col>
          {previous && (
            <Col xs={24} lg={9}>
              <LastReport previous={previous} />
            </Col>
          )}
        </Row>
      )}
    </Card>
  );
}
