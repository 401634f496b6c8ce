import { useQuery } from '@tanstack/react-query';
import { Descriptions, Flex, Skeleton, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { type Entries, type Field, type Form, type Obligation, type Report, entriesQuery } from './queries';
import { ValueText } from './value';

/** What a report says now; and, below it, what was handed in and what was corrected since, before → after. */
export function ReportBody({ obligation: { id, version, receipt } }: { readonly obligation: Obligation }) {
  const { t } = useTranslation(['reports', 'domain']);
  const { data, error } = useQuery(entriesQuery(id, version));
  if (error && !data) return <FailureAlert error={error} />;
  if (!data) return <Skeleton active />;
  const { form, receiver, entries } = data;
  const report = (data.effective ?? {}) as Report;
  const { content, figures = {}, file, signedBy, unchanged } = report;
  const items = [
    ...(receiver ? [{ key: 'to', label: t('receiver'), children: receiver }] : []),
    ...(receipt ? [{ key: 'receipt', label: t('receipt'), children: `${instantText(receipt.at)} ${receipt.by}` }] : []),
    ...valueItems(form, report, t),
    ...Object.entries(figures).map(([name, figure]) => ({ key: `figure ${name}`, label: name, children: figure })),
    ...(file
      ? [
          {
            key: 'file',
            label: t('domain:field.file'),
            children: (
              <a href={`/api/v1/obligations/${id}/files/${file.id}`} download={file.name} className="break">
                {file.name}
              </a>
            ),
          },
          {
            key: 'signed',
            label: t('domain:field.signedBy'),
            children: [signedBy?.name, signedBy?.position].filter(Boolean).join(' · '),
          },
        ]
      : []),
  ];
  return (
    <>
      {items.length > 0 && <Descriptions bordered size="small" column={1} items={items} />}
      {unchanged && <StateTag tone="quiet">{t('unchanged')}</StateTag>}
      {content && (
        <Typography.Paragraph className="break" style={{ whiteSpace: 'pre-wrap', marginBlock: 12 }}>
          {content}
        </Typography.Paragraph>
      )}
      <Corrections form={form} entries={entries} />
    </>
  );
}

type Words = (key: string) => string;

/** Every field with its value, and what a reviewer should know of it. */
const valueItems = (form: Form | null, { values = {}, known = {}, reasons = {}, questioned = [] }: Report, t: Words) =>
  (form?.fields ?? []).map(({ id, name, kind }) => ({
    key: id,
    label: said(name),
    children: (
      <Flex vertical gap={4}>
        <ValueText kind={kind} value={values[id]} />
        {reasons[id] && (
          <Typography.Text type="warning">
            {t('instead-of')} <ValueText kind={kind} value={known[id]} />：{reasons[id]}
          </Typography.Text>
        )}
        {questioned.includes(id) && <StateTag tone="warning">{t('questioned')}</StateTag>}
      </Flex>
    ),
  }));

const kindOf = (form: Form | null, field: string): Field['kind'] =>
  form?.fields.find(({ id }) => `values.${id}` === field)?.kind ?? 'text';

/** 更正记录, the newest first; what was handed in stays where it was. */
function Corrections({ form, entries }: Pick<Entries, 'form' | 'entries'>) {
  const { t } = useTranslation('reports');
  const made = entries.filter(({ kind }) => kind === 'correction');
  if (made.length === 0) return null;
  return (
    <section aria-label={t('corrections')}>
      <Typography.Title level={3} style={{ fontSize: 14 }}>
        {t('corrections')}
      </Typography.Title>
      <Timeline
        items={made.toReversed().map(({ seq, at, by, corrections = [], reason }) => ({
          key: seq,
          content: (
            <>
              <Typography.Text type="secondary">
                {instantText(at)} · {by}
              </Typography.Text>
              {corrections.map(({ field, name, before, after }) => (
                <div key={field} className="break">
                  {said(name)}：<ValueText kind={kindOf(form, field)} value={before} /> →{' '}
                  <strong>
                    <ValueText kind={kindOf(form, field)} value={after} />
                  </strong>
                </div>
              ))}
              <div className="break">{t('because', { reason })}</div>
            </>
          ),
        }))}
      />
    </section>
  );
}
