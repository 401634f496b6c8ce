import { useNavigate, useSearch } from '@tanstack/react-router';
import { Col, Row, Segmented } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageShell } from '../parts/PageShell';
import { useKeys } from '../parts/useKeys';
import { AssignedTable } from './AssignedTable';
import { ChosenLead } from './ChosenLead';
import { IntakeCard } from './IntakeCard';
import { LeadQueue } from './LeadQueue';

/** 线索台: what waits at the left, the form for whoever is on the telephone, what is done with a lead at the right. */
export function LeadsPage() {
  const { t } = useTranslation(['leads', 'shell']);
  const search = useSearch({ from: '/app/leads' });
  const navigate = useNavigate();
  const intake = useRef<HTMLDivElement>(null);
  const isAssigned = search.tab === 'assigned';
  useKeys({ N: () => intake.current?.querySelector<HTMLElement>('input')?.focus() });
  const choose = (lead: string | undefined) => {
    const { lead: _before, ...filters } = search;
    void navigate({ to: '/leads', search: { ...filters, ...(lead ? { lead } : {}) }, replace: true });
  };
  return (
    <PageShell
      title={t('shell:place.leads')}
      acts={
        <Segmented
          value={isAssigned ? 'assigned' : 'desk'}
          options={['desk', 'assigned'].map((value) => ({ value, label: t(`tab.${value}`) }))}
          onChange={(tab) => void navigate({ to: '/leads', search: tab === 'assigned' ? { tab } : {} })}
        />
      }
    >
      {isAssigned ? (
        <AssignedTable />
      ) : (
        <Row gutter={[16, 16]}>
          <Col xs={{ span: 24, order: 2 }} xl={{ span: 7, order: 1 }}>
            <LeadQueue chosen={search.lead} onChoose={choose} />
          </Col>
          <Col xs={{ span: 24, order: 1 }} xl={{ span: 11, order: 2 }} ref={intake}>
            <IntakeCard />
          </Col>
          <Col xs={{ span: 24, order: 3 }} xl={{ span: 6, order: 3 }}>
            <ChosenLead id={search.lead} />
          </Col>
        </Row>
      )}
    </PageShell>
  );
}
