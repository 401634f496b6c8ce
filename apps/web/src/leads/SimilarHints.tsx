import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Col, Flex, Row, Tag, Tooltip, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StageTag } from '../cases/StageTag';
import { instantText } from '../parts/time';
import { type SimilarLead, similarQuery } from './queries';
import type { Typed } from './report';

const PAUSE = 400;
const ID_NUMBER = /^(\d{4})\d{10}(\d{3}[\dX])$/i;
const LEAST = 2;

interface Props {
  readonly typed: Typed;
  readonly isBusy: boolean;
  readonly onMerge: (into: SimilarLead) => void;
}

/** What is being typed may be there already: each with the reasons, side by side on request, and joined with one press. */
export function SimilarHints({ typed, isBusy, onMerge }: Props) {
  const { t } = useTranslation(['leads', 'domain']);
  const like = useSettled(likeOf(typed));
  const { data = [] } = useQuery(similarQuery(like));
  const [compared, compare] = useState<string>();
  const isAsked = Object.keys(like).length > 0;
  if (!isAsked || data.length === 0) return <div aria-live="polite" />;
  return (
    <div aria-live="polite">
      <Alert
        type="warning"
        showIcon
        title={t('similar.title', { count: data.length })}
        style={{ marginBlockEnd: 16 }}
        description={
          <Flex vertical gap="small">
            {data.map((lead) => (
              <div key={lead.id}>
                <Flex wrap gap="small" align="center">
                  <Link to="/cases/$id" params={{ id: lead.id }} target="_blank">
                    {lead.number}
                  </Link>
                  <span className="break">{lead.title}</span>
                  <StageTag stage={lead.stage} />
                  {lead.reasons.map((reason) => (
                    <Tag key={reason} color="gold">
                      {t(`reason.${reason}`, { likeness: lead.likeness })}
                    </Tag>
                  ))}
                  <Button size="small" onClick={() => compare(compared === lead.id ? undefined : lead.id)}>
                    {t('similar.compare')}
                  </Button>
                  <Tooltip title={lead.isOpen ? undefined : t('similar.ended')}>
                    <Button size="small" disabled={!lead.isOpen || isBusy} onClick={() => onMerge(lead)}>
                      {t('similar.merge')}
                    </Button>
                  </Tooltip>
                </Flex>
                {compared === lead.id && <SideBySide typed={typed} lead={lead} />}
              </div>
            ))}
          </Flex>
        }
      />
    </div>
  );
}

function SideBySide({ typed, lead }: { readonly typed: Typed; readonly lead: SimilarLead }) {
  const { t } = useTranslation(['leads', 'domain']);
  const source = (value: string | undefined) => (value ? t(`domain:value.source.${value}`) : '–');
  return (
    <Row gutter={8} style={{ marginBlockStart: 8 }}>
      <Col xs={24} md={12}>
        <Card size="small" title={t('similar.typed')}>
          <Facts facts={[typed.subject?.name, typed.title, source(typed.source), typed.summary]} />
        </Card>
      </Col>
      <Col xs={24} md={12}>
        <Card size="small" title={t('similar.there')}>
          <Facts
            facts={[
              ...[
                lead.subject,
                lead.title,
                `${source(lead.source)} · ${instantText(lead.openedAt)} · ${lead.handlerName}`,
              ],
              lead.summary,
            ]}
          />
        </Card>
      </Col>
    </Row>
  );
}

const Facts = ({ facts }: { readonly facts: readonly (string | null | undefined)[] }) =>
  facts.map((fact, at) => (
    <Typography.Paragraph key={at} className="break" style={{ marginBlockEnd: 4 }}>
      {fact ?? '–'}
    </Typography.Paragraph>
  ));

/** A number never stands whole in an address: the mask is asked for. */
function likeOf({ subject, title }: Typed) {
  const name = subject?.name?.trim();
  const [, head, tail] = ID_NUMBER.exec(subject?.idNumber?.trim() ?? '') ?? [];
  const words = [title?.trim(), name].filter(Boolean).join(' ').slice(0, 300);
  return {
    ...(subject?.kind === 'institution' && subject.unit ? { unit: subject.unit } : {}),
    ...(name && name.length >= LEAST ? { name: name.slice(0, 100) } : {}),
    ...(head && tail ? { idNumber: `${head}**********${tail.toUpperCase()}` } : {}),
    ...(title && title.trim().length >= LEAST ? { words } : {}),
  };
}

/** The value once nobody has typed for a moment. */
function useSettled<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as Value;
}
