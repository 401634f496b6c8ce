import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { useMay } from '../api/session';
import { OfficialSheet } from '../cases/OfficialSheet';
import { said } from '../locales';
import { MoneyText } from '../parts/MoneyText';
import type { Visit } from './offline/store';
import { PhotoStrip } from './PhotoStrip';
import { recordQuery } from './queries';
import { standingAnswers } from './standing';

/** What a visit found, and its record as it is read and signed. */
export function Recorded({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('visits');
  const isUnderWay = visit.status === 'arrived' && visit.entries.length > 0;
  const { data: text } = useQuery({ ...recordQuery(visit.id), enabled: visit.status === 'finished' || isUnderWay });
  if (!text) return visit.status === 'finished' || isUnderWay ? null : <Empty description={t('no-record')} />;
  const photos = visit.entries.filter(({ content }) => content.kind === 'photo');
  return (
    <>
      <Findings visit={visit} />
      <PhotoStrip photos={photos} visit={visit.id} />
      <p className="no-print">
        <a href={`/api/v1/visits/${visit.id}/record/docx`}>
          <DownloadOutlined /> {t('docx')}
        </a>
      </p>
      <OfficialSheet text={text} />
      <Flex wrap gap="middle">
        {text.signed.map(({ who, sha256 }) => (
          <figure key={`${who} ${sha256 ?? ''}`} style={{ margin: 0 }}>
            {sha256 && <img alt={who} width={150} src={`/api/v1/visits/${visit.id}/files/${sha256}`} />}
            <figcaption>{who}</figcaption>
          </figure>
        ))}
      </Flex>
    </>
  );
}

/** 检查发现问题: each becomes a line of the ledger or a lead in one step, and keeps its link. */
function Findings({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('visits');
  const may = useMay();
  const found = [...standingAnswers(visit.entries).values()].filter(({ content }) => content.result === 'problem');
  if (found.length === 0) return null;
  const fileOf = (line: string, kind: 'problem' | 'case') =>
    visit.findings.find((each) => each.line === line && each.kind === kind)?.file;
  return (
    <Card size="small" title={t('findings')} style={{ marginBlockEnd: 16 }} className="no-print">
      <Flex vertical gap="middle">
        {found.map(({ content }) => {
          const line = visit.content.lines.find(({ id }) => id === content.line);
          const [problem, lead] = [fileOf(content.line, 'problem'), fileOf(content.line, 'case')];
          return (
            <div key={content.line}>
              <Typography.Text className="break">
                {line && said(line.ask)}：{content.note} {content.amount && <MoneyText fen={content.amount} />}
              </Typography.Text>
              <Flex wrap gap="small">
                {problem ? (
                  <Link to="/campaigns/$id/problems" params={{ id: visit.campaign }} search={{ problem }}>
                    {t('to-problem')}
                  </Link>
                ) : (
                  may('problem.enter') &&
                  !may('obligation.submit') && (
                    <ActButton
                      act="findingAsProblem"
                      id={visit.id}
                      fixed={{ line: content.line }}
                      initial={{ amount: content.amount ?? '0' }}
                    />
                  )
                )}
                {lead ? (
                  <Link to="/cases/$id" params={{ id: lead }}>
                    {t('to-case')}
                  </Link>
                ) : (
                  may('case.intake') && <ActButton act="findingAsLead" id={visit.id} fixed={{ line: content.line }} />
                )}
              </Flex>
            </div>
          );
        })}
      </Flex>
    </Card>
  );
}
