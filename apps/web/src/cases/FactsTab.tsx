import { CheckCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Card, Descriptions, List, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { MoneyText } from '../parts/MoneyText';
import { dayText, instantText } from '../parts/time';
import { EnforcementCard } from './EnforcementCard';
import { IdentityNumber } from './IdentityNumber';
import type { CaseFile } from './queries';

/** Whom it is about, who handles it, what is owed and paid, and what strike-off still waits for. */
export function FactsTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['cases', 'domain']);
  const name = (account: string) => file.people[account] ?? account;
  const assigned = ({ by, due, answeredAt }: NonNullable<CaseFile['assignment']>) =>
    `${t('assignment.by', { by, due: dayText(due) })} · ${t(answeredAt ? 'assignment.answered' : 'assignment.open')}`;
  const items = [
    [
      t('number'),
      <Typography.Text copyable key="number">
        {file.number}
      </Typography.Text>,
    ],
    [t('subject.title'), `${file.subject.name}（${t(`subject.${file.subject.kind}`)}）`],
    ...(file.subject.maskedId
      ? [
          [
            t('identity.title'),
            <IdentityNumber key="identity" file={file.id} masked={file.subject.maskedId} />,
          ] as const,
        ]
      : []),
    [t('source'), t(`domain:value.source.${file.source}`)],
    ...(file.tags?.length ? [[t('domain:field.tags'), <Tags key="tags" tags={file.tags} />] as const] : []),
    ...(file.assignment ? [[t('assignment.title'), assigned(file.assignment)] as const] : []),
    ...(file.mergedInto
      ? [
          [
            t('merged-into'),
            <Link key="merged" to="/cases/$id" params={{ id: file.mergedInto }}>
              {t('merged-open')}
            </Link>,
          ] as const,
        ]
      : []),
    [t('opened'), instantText(file.openedAt)],
    [t('handler'), name(file.handler)],
    [t('domain:field.officers'), file.officers.map(name).join('、') || '–'],
    [t('law'), file.law],
  ] as const;
  return (
    <>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={items.map(([label, children]) => ({ key: String(label), label, children }))}
        style={{ marginBlockEnd: 16 }}
      />
      {file.ledgers && <Ledgers ledgers={file.ledgers} />}
      <EnforcementCard file={file} />
      {file.statements.length > 0 && (
        <Card size="small" title={t('statements')} style={{ marginBlockEnd: 16 }}>
          {file.statements.map(({ by, text, at }) => (
            <Typography.Paragraph key={at} className="break">
              <Typography.Text type="secondary">
                {name(by)} {instantText(at)}
              </Typography.Text>
              <br />
              {text}
            </Typography.Paragraph>
          ))}
        </Card>
      )}
      <Card size="small" title={t('checklist')}>
        <List
          size="small"
          dataSource={file.checklist}
          renderItem={({ item, done }) => (
            <List.Item>
              <span>
                {done ? <CheckCircleOutlined style={{ color: '#389e0d' }} /> : <MinusCircleOutlined />} {said(item)}{' '}
                <Typography.Text type="secondary">{t(done ? 'done' : 'not-done')}</Typography.Text>
              </span>
            </List.Item>
          )}
        />
      </Card>
    </>
  );
}

function Tags({ tags }: { readonly tags: NonNullable<CaseFile['tags']> }) {
  const { t } = useTranslation('domain');
  return tags.map((tag) => <Tag key={tag}>{t(`value.tags.${tag}`)}</Tag>);
}

/** Refunds go to the fund and fines to the treasury: two ledgers, never added up (条例 45). */
function Ledgers({ ledgers }: { readonly ledgers: NonNullable<CaseFile['ledgers']> }) {
  const { t } = useTranslation(['cases', 'domain']);
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      style={{ marginBlockEnd: 16 }}
      items={(['refund', 'fine', 'surcharge'] as const).flatMap((ledger) => {
        const kept = ledgers[ledger];
        if (!kept) return [];
        const children = (
          <>
            {t('owed')} <MoneyText fen={kept.owed} />
            <br />
            {t('paid')} <MoneyText fen={kept.paid} />
          </>
        );
        return [{ key: ledger, label: t(`domain:value.ledger.${ledger}`), children }];
      })}
    />
  );
}
