import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { useMay } from '../api/session';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import { dayText, instantText } from '../parts/time';
import type { Deduction, Practitioner } from './queries';

interface Props {
  readonly person: Practitioner;
  readonly deduction: Deduction;
}

const TONES = { standing: 'warning', objected: 'active', upheld: 'warning', withdrawn: 'quiet' } as const;
/** What may be done to a deduction, by how it stands. */
const ACTS: Readonly<Record<Deduction['status'], readonly ActName[]>> = {
  standing: ['objectDeduction', 'correctDeduction'],
  objected: ['decideObjection'],
  upheld: ['correctDeduction'],
  withdrawn: [],
};

/** 一次记分: why, by whom, what the institution said, and what was decided. */
export function DeductionCard({ person, deduction }: Props) {
  const { t } = useTranslation(['credit', 'domain']);
  const may = useMay();
  const { id, points, on, unitName, reason, band, by, status, counts, objection, decision, corrections } = deduction;
  const offered = ACTS[status].filter((act) => person.acts.some((each) => each.act === act));
  return (
    <Card
      size="small"
      title={
        <Flex wrap gap="small" align="center">
          {t('points', { count: points })}
          {band && <Typography.Text type="secondary">{said(band)}</Typography.Text>}
          <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>
          {!counts && status !== 'withdrawn' && <StateTag tone="quiet">{t('past-year')}</StateTag>}
        </Flex>
      }
      extra={
        status !== 'withdrawn' && (
          <a href={`/api/v1/practitioners/${person.id}/deductions/${id}/docx`}>
            <DownloadOutlined /> {t('notice')}
          </a>
        )
      }
    >
      <Typography.Paragraph className="break" style={{ marginBlockEnd: 4 }}>
        {reason}
      </Typography.Paragraph>
      <Typography.Text type="secondary">
        {dayText(on)} · {unitName} · {by}
      </Typography.Text>
      {deduction.case && may('case.read') && (
        <>
          {' · '}
          <Link to="/cases/$id" params={{ id: deduction.case }}>
            {t('of-case')}
          </Link>
        </>
      )}
      {corrections.map((each) => (
        <Said key={each.at} what={t('corrected', { from: each.from })} text={each.reason} by={each.by} at={each.at} />
      ))}
      {objection && <Said what={t('objected')} text={objection.grounds} by={objection.by} at={objection.at} />}
      {decision && <Said what={t('decided')} text={decision.reason} by={decision.by} at={decision.at} />}
      {offered.length > 0 && (
        <Flex wrap gap="small" style={{ marginBlockStart: 8 }}>
          {offered.map((act) => (
            <ActButton
              key={act}
              act={act}
              id={person.id}
              version={person.version}
              fixed={{ deduction: id }}
              {...(act === 'correctDeduction' ? { initial: { points } } : { type: 'primary' as const })}
            />
          ))}
        </Flex>
      )}
    </Card>
  );
}

interface SaidProps {
  readonly what: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

function Said({ what, text, by, at }: SaidProps) {
  return (
    <Typography.Paragraph className="break" style={{ marginBlock: '8px 0' }}>
      <Typography.Text type="secondary">
        {what} · {by} {instantText(at)}
      </Typography.Text>
      <br />
      {text}
    </Typography.Paragraph>
  );
}
