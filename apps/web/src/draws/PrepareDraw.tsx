import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Drawer, Flex, Form, Input, Radio, Switch, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct';
import { peopleQuery } from '../api/organisation';
import { participantsQuery } from '../campaigns/queries';
import { FailureAlert } from '../parts/Failure';
import { CandidatesPasted } from './CandidatesPasted';
import { pasted } from './pasted';
import { type DrawFields, preparationOf } from './preparation';
import { StrataFields } from './StrataFields';
import { TeamFields } from './TeamFields';

/** 准备抽取: whom from, how many of each stratum, who inspects. Nothing is drawn yet; the list is locked and its hash put on the record. */
export function PrepareDraw({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation(['draws', 'domain', 'shell']);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('prepare')}
      </Button>
      <Drawer title={t('prepare')} open={isOpen} onClose={() => setOpen(false)} size="min(860px, 100vw)">
        {isOpen && <Preparation campaign={campaign} />}
      </Drawer>
    </>
  );
}

const FIRST: Partial<DrawFields> = {
  strata: [{ name: '' }],
  teams: { count: 2, inspectors: 2, experts: 0, rotation: true },
};

function Preparation({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation(['draws', 'domain', 'shell']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<DrawFields>();
  const [from, setFrom] = useState<'units' | 'pasted'>('units');
  const [text, setText] = useState('');
  const hasTeams = Form.useWatch('hasTeams', form) ?? false;
  const { data: units = [] } = useQuery(participantsQuery(campaign));
  const { data: colleagues = [] } = useQuery(peopleQuery);
  const { mutate, isPending, error } = useAct('commitDraw');
  const list = useMemo(() => pasted(text), [text]);
  const candidates = useMemo(
    () =>
      from === 'pasted'
        ? list.candidates
        : units
            .filter(({ droppedAt }) => !droppedAt)
            .map(({ unit, name, kind, type }) => ({ id: unit, name, marks: { kind, type } })),
    [from, list, units],
  );
  const submit = (fields: DrawFields) =>
    mutate(preparationOf(campaign, fields, from === 'pasted' ? list.candidates : undefined, colleagues), {
      onSuccess: ({ id: draw }) => {
        void message.success(t('shell:done', { what: t('domain:act.commitDraw') }));
        void navigate({ to: '/campaigns/$id/draws/$draw', params: { id: campaign, draw } });
      },
    });
  return (
    <Form form={form} name="prepare-draw" layout="vertical" initialValues={FIRST} onFinish={submit} scrollToFirstError>
      <Typography.Paragraph type="secondary">{t('prepare-note')}</Typography.Paragraph>
      {error && <FailureAlert error={error} />}
      <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item label={t('from')}>
        <Radio.Group
          value={from}
          onChange={({ target }) => setFrom(target.value as typeof from)}
          options={(['units', 'pasted'] as const).map((value) => ({
            value,
            label: t(`from-${value}`, { count: units.length }),
          }))}
        />
      </Form.Item>
      {from === 'pasted' && <CandidatesPasted text={text} list={list} onChange={setText} />}
      <StrataFields candidates={candidates} />
      <Form.Item name="hasTeams" label={t('with-teams')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {hasTeams && <TeamFields candidates={candidates} colleagues={colleagues} />}
      <Flex justify="end">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={candidates.length === 0}>
          {t('domain:act.commitDraw')}
        </Button>
      </Flex>
    </Form>
  );
}
