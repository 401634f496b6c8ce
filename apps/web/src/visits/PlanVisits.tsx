import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Input, InputNumber, Modal, Radio, Select, Switch } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct';
import { peopleQuery } from '../api/organisation';
import { type Campaign, participantsQuery } from '../campaigns/queries';
import { drawsQuery } from '../draws/queries';
import { FailureAlert } from '../parts/Failure';
import { dayText } from '../parts/time';
import { overlapsQuery } from './queries';

const KINDS = [
  'first',
  'recheck',
  'crossArea',
  'nightCheck',
  'remoteRound',
  'joint',
  'thirdPartyReview',
  'dataMonitoring',
];
const METHODS = [
  ...['onSite', 'offSite', 'manual', 'intelligent', 'recordReview', 'expertReview', 'interview', 'homeVisit'],
  ...['hotlineInquiry', 'dailySupervision', 'special', 'unannounced', 'randomDraw', 'lookBack', 'assistanceFund'],
];
const CHOICES = ['coverage', 'leads', 'keyTarget', 'earlierFindings', 'selfCheck'];
const INSPECT = new Set(['investigator', 'agencyAuditor']);
const SPAN = 30;

interface Fields {
  readonly by: 'hand' | 'draw';
  readonly kind: string;
  readonly methods: string[];
  readonly chosen?: string;
  readonly why?: string;
  readonly onArrival: boolean;
  readonly noticeDays?: number;
  readonly departments?: string[];
  readonly units?: string[];
  readonly team?: string[];
  readonly draw?: string;
  readonly groupsOf?: string;
  readonly perDay?: number;
  readonly day: Dayjs;
}

/** 安排检查: from a draw’s teams, one by one; or chosen units with their reason. */
export function PlanVisits({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('visits');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('plan.title')}
      </Button>
      <Modal title={t('plan.title')} open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <PlanForm campaign={campaign} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function PlanForm({ campaign, onDone }: { readonly campaign: Campaign; readonly onDone: () => void }) {
  const { t } = useTranslation('visits');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [by, onArrival, day] = [
    Form.useWatch('by', form),
    Form.useWatch('onArrival', form),
    Form.useWatch('day', form),
  ];
  const draw = Form.useWatch('draw', form);
  const { mutate, isPending, error } = useAct('planVisits');
  const { data: units } = useQuery(participantsQuery(campaign.id));
  const { data: people } = useQuery(peopleQuery);
  const { data: draws } = useQuery(drawsQuery(campaign.id));
  const send = (fields: Fields) =>
    mutate(planOf(campaign.id, fields), {
      onSuccess: () => {
        void message.success(t('plan.done'));
        onDone();
      },
    });
  const words = (names: readonly string[], of: string) => names.map((value) => ({ value, label: t(`${of}.${value}`) }));
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={send}
      initialValues={{
        by: 'draw',
        kind: 'first',
        methods: ['onSite'],
        chosen: 'coverage',
        onArrival: true,
        noticeDays: 3,
        perDay: 1,
      }}
    >
      {error && <FailureAlert error={error} />}
      <Form.Item name="by" label={t('plan.by')}>
        <Radio.Group optionType="button" options={words(['draw', 'hand'], 'plan.by-what')} />
      </Form.Item>
      {by === 'draw' ? (
        <>
          <Form.Item name="draw" label={t('plan.draw')} rules={[{ required: true }]}>
            <Select
              options={(draws ?? [])
                .filter(({ status }) => status === 'drawn' || status === 'published')
                .map(({ id, name }) => ({ value: id, label: name }))}
              notFoundContent={t('plan.no-draw')}
            />
          </Form.Item>
          <Form.Item name="groupsOf" label={t('plan.groups')} extra={t('plan.groups-hint')}>
            <Select
              allowClear
              placeholder={t('plan.own-groups')}
              options={(draws ?? [])
                .filter(({ id, status }) => (status === 'drawn' || status === 'published') && id !== draw)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="perDay" label={t('plan.per-day')}>
            <InputNumber min={1} max={20} className="wide" />
          </Form.Item>
        </>
      ) : (
        <>
          <Form.Item name="units" label={t('plan.units')} rules={[{ required: true }]}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={(units ?? [])
                .filter((each) => !each.droppedAt)
                .map(({ unit, name }) => ({ value: unit, label: name }))}
            />
          </Form.Item>
          <Form.Item name="team" label={t('plan.team')} extra={t('plan.team-hint')} rules={[{ required: true }]}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={(people ?? [])
                .filter(({ roles }) => roles.some((each) => INSPECT.has(each)))
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="chosen" label={t('plan.chosen')}>
            <Select options={words(CHOICES, 'chosen')} />
          </Form.Item>
          <Form.Item name="why" label={t('plan.why')}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} />
          </Form.Item>
        </>
      )}
      <Form.Item name="day" label={t(by === 'draw' ? 'plan.start' : 'plan.day')} rules={[{ required: true }]}>
        <DatePicker className="wide" />
      </Form.Item>
      {day && <Overlaps campaign={campaign.id} day={day} />}
      <Form.Item name="kind" label={t('plan.kind')}>
        <Select options={words(KINDS, 'kind')} />
      </Form.Item>
      <Form.Item name="methods" label={t('plan.methods')}>
        <Select mode="multiple" options={words(METHODS, 'method')} />
      </Form.Item>
      <Form.Item name="departments" label={t('plan.departments')}>
        <Select mode="tags" options={[]} />
      </Form.Item>
      <Form.Item name="onArrival" label={t('plan.on-arrival')} extra={t('plan.on-arrival-hint')}>
        <Switch />
      </Form.Item>
      {!onArrival && (
        <Form.Item name="noticeDays" label={t('plan.notice-days')}>
          <InputNumber min={0} max={SPAN} className="wide" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('plan.send')}
      </Button>
    </Form>
  );
}

/** 避免重复检查: whom others inspect in the month around the day. */
function Overlaps({ campaign, day }: { readonly campaign: string; readonly day: Dayjs }) {
  const { t } = useTranslation('visits');
  const [from, to] = [day.subtract(SPAN, 'day').format('YYYY-MM-DD'), day.add(SPAN, 'day').format('YYYY-MM-DD')];
  const { data = [] } = useQuery(overlapsQuery(campaign, from, to));
  if (data.length === 0) return null;
  const lines = data.map(
    (each) => `${each.unitName}（${each.campaignName ?? t('plan.others')}${each.day ? ` ${dayText(each.day)}` : ''}）`,
  );
  return (
    <Alert
      type="warning"
      showIcon
      title={t('plan.overlaps')}
      description={lines.join('；')}
      style={{ marginBlockEnd: 16 }}
    />
  );
}

function planOf(campaign: string, fields: Fields): object {
  const {
    by,
    kind,
    methods,
    chosen,
    why,
    onArrival,
    noticeDays,
    departments,
    units = [],
    team = [],
    draw,
    groupsOf,
    perDay,
  } = fields;
  const day = fields.day.format('YYYY-MM-DD');
  return {
    ...{ campaign, kind, methods, departments: departments ?? [] },
    ...(onArrival ? {} : { noticeDays: noticeDays ?? 0 }),
    ...(by === 'draw'
      ? { chosen: 'draw', fromDraw: { draw, start: day, perDay: perDay ?? 1, ...(groupsOf ? { groupsOf } : {}) } }
      : { chosen, visits: units.map((unit) => ({ unit, day, team })) }),
    ...(by === 'hand' && why ? { why } : {}),
  };
}
