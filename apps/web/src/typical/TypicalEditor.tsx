import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, Col, Flex, Form, Input, Radio, Row, Select, Skeleton, Typography } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@fundguard/client';
import { useAct } from '../acts/useAct';
import { said } from '../locales';
import { FailureAlert, FailurePage } from '../parts/Failure';
import { MarkedText } from './MarkedText';
import { type Checked, type Mark, type Source, type Typical, type Written, checkQuery } from './queries';

interface Props {
  readonly source: Source;
  /** What is being revised; absent while it is new. */
  readonly typical?: Typical;
  readonly onSaved: (answer: Schemas['Answer']) => void;
}

/** 拟写: on the left what the file says with its marks, on the right what the public would read, checked as it is written. */
export function TypicalEditor({ source, typical, onSaved }: Props) {
  const { t } = useTranslation(['typical', 'shell', 'domain']);
  const { message } = App.useApp();
  const [written, setWritten] = useState<Written>(() =>
    typical
      ? { mode: typical.mode, hidden: typical.hidden, title: typical.title, text: typical.text }
      : { mode: 'masked', hidden: [] },
  );
  const { data: checked, error, refetch } = useQuery(checkQuery(source, useDeferredValue(written)));
  const act = typical ? 'reviseTypical' : 'draftTypical';
  const save = useAct(act, typical ? { id: typical.id, version: typical.version } : {});
  const change = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }));
  if (error && !checked) return <FailurePage error={error} again={() => void refetch()} />;
  if (!checked) return <Skeleton active />;
  const { title = checked.proposed.title, text = checked.proposed.text } = written;
  const submit = () =>
    save.mutate(
      { ...(typical ? {} : source), mode: written.mode, hidden: written.hidden, title, text },
      {
        onSuccess: (answer) => {
          void message.success(t('shell:done', { what: t(`domain:act.${act}`) }));
          onSaved(answer);
        },
      },
    );
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} xl={12}>
        <Card size="small" title={t('told')}>
          <Typography.Paragraph type="secondary">{t('told-note')}</Typography.Paragraph>
          <Typography.Paragraph strong>
            <MarkedText text={checked.told.title} marks={checked.told.marks.title} />
          </Typography.Paragraph>
          <MarkedText text={checked.told.text} marks={checked.told.marks.text} />
        </Card>
      </Col>
      <Col xs={24} xl={12}>
        <Card size="small" title={t('text')}>
          <Form layout="vertical" onFinish={submit}>
            <Naming checked={checked} written={written} onChange={change} />
            <Form.Item label={t('heading')} htmlFor="typical-title">
              <Input
                id="typical-title"
                value={title}
                maxLength={200}
                onChange={({ target }) => change({ title: target.value })}
              />
            </Form.Item>
            <Form.Item label={t('body')} htmlFor="typical-text">
              <Input.TextArea
                id="typical-text"
                value={text}
                maxLength={20_000}
                autoSize={{ minRows: 10, maxRows: 24 }}
                onChange={({ target }) => change({ title, text: target.value })}
              />
            </Form.Item>
            <Found checked={checked} title={title} text={text} />
            {save.error && <FailureAlert error={save.error} />}
            <Flex wrap gap="small" justify="end" style={{ marginBlockStart: 16 }}>
              <Button onClick={() => change(checked.proposed)}>{t('use-proposed')}</Button>
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {t('save')}
              </Button>
            </Flex>
          </Form>
        </Card>
      </Col>
    </Row>
  );
}

interface NamingProps {
  readonly checked: Checked;
  readonly written: Written;
  readonly onChange: (part: Partial<Written>) => void;
}

/** Whether the institution is named, and why it may not be yet; the names nobody has written into the file. */
function Naming({ checked: { naming }, written, onChange }: NamingProps) {
  const { t } = useTranslation(['typical', 'domain']);
  const why = naming && `${said(naming)}${naming.article ? `（${naming.article}）` : ''}`;
  return (
    <>
      <Form.Item label={t('mode')} extra={why}>
        <Radio.Group
          value={written.mode}
          onChange={({ target }) => onChange({ mode: target.value as Written['mode'] })}
          options={(['masked', 'named'] as const).map((value) => ({
            value,
            label: t(`domain:value.mode.${value}`),
            disabled: value === 'named' && naming !== null,
          }))}
        />
      </Form.Item>
      <Form.Item label={t('hidden')} extra={t('hidden-note')} htmlFor="typical-hidden">
        <Select
          id="typical-hidden"
          mode="tags"
          open={false}
          value={written.hidden}
          onChange={(hidden: string[]) => onChange({ hidden })}
        />
      </Form.Item>
    </>
  );
}

/** What still stands in the text that may not be published, and where. */
function Found({ checked, title, text }: { readonly checked: Checked; readonly title: string; readonly text: string }) {
  const { t } = useTranslation('typical');
  const lines = (marks: readonly Mark[], of: string, where: string) =>
    marks.map(({ kind, start, end }) => (
      <li key={`${where}-${start}`}>
        {where} {t('line', { at: start + 1, what: t(`mark.${kind}`) })}：<mark>{of.slice(start, end)}</mark>
      </li>
    ));
  const { found } = checked;
  const hard = [...found.title, ...found.text].filter(({ kind }) => kind !== 'likelyPerson').length;
  return (
    <div role="status">
      <Alert
        type={hard > 0 ? 'error' : 'success'}
        showIcon
        title={hard > 0 ? t('found', { count: hard }) : t('clean')}
        description={
          found.title.length + found.text.length > 0 && (
            <ul style={{ margin: 0, paddingInlineStart: 16 }} className="break">
              {lines(found.title, title, t('heading'))}
              {lines(found.text, text, t('body'))}
            </ul>
          )
        }
      />
    </div>
  );
}
