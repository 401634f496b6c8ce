import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Flex, Form, Select, Spin, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { campaignsQuery } from '../campaigns/queries';
import { FailureAlert } from '../parts/Failure';
import { instantText } from '../parts/time';
import { progressQuery } from '../progress/queries';
import { type ImportKind, type Target, useOpenImport } from './queries';

const NEEDS = { problems: 'problem.enter', units: 'unit.register', reports: 'campaign.coordinate' } as const;
const KINDS = Object.keys(NEEDS) as ImportKind[];

/** What is brought in, into which campaign, and the file: dropped or chosen. */
export function NewImport() {
  const { t } = useTranslation('imports');
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/app/imports' });
  const kinds = KINDS.filter((kind) => may(NEEDS[kind]));
  const kind = kinds.find((each) => each === search.kind) ?? kinds[0];
  const [duty, setDuty] = useState<string>();
  const { mutate, isPending, error } = useOpenImport();
  if (!kind) return null;
  const ask = (part: Record<string, string>) =>
    void navigate({ to: '/imports', search: { ...search, kind, ...part }, replace: true });
  const target = targetOf(kind, search.campaign, duty);
  return (
    <Card size="small" style={{ marginBlockEnd: 24 }}>
      {error && <FailureAlert error={error} />}
      <Form layout="vertical" component="div">
        <Flex wrap gap="middle">
          <Form.Item label={t('kind')} htmlFor="import-kind" style={{ flex: '1 1 180px' }}>
            <Select
              id="import-kind"
              value={kind}
              onChange={(chosen) => ask({ kind: chosen })}
              options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          </Form.Item>
          {kind !== 'units' && <CampaignChoice value={search.campaign} onChange={(campaign) => ask({ campaign })} />}
          {kind === 'reports' && search.campaign && (
            <DutyChoice campaign={search.campaign} value={duty} onChange={setDuty} />
          )}
        </Flex>
      </Form>
      <Spin spinning={isPending}>
        <Upload.Dragger
          accept=".xlsx,.csv,.txt"
          showUploadList={false}
          disabled={!target || isPending}
          beforeUpload={(file) => {
            if (target)
              mutate({ target, file }, { onSuccess: (id) => void navigate({ to: '/imports/$id', params: { id } }) });
            return false;
          }}
        >
          <InboxOutlined style={{ fontSize: 28 }} aria-hidden />
          <p>{t(target ? 'drop' : kind === 'reports' && search.campaign ? 'duty-first' : 'campaign-first')}</p>
          <p className="ant-upload-hint">{t('takes')}</p>
        </Upload.Dragger>
      </Spin>
      <p style={{ marginBlockEnd: 0 }}>
        <a href={`/api/v1/imports/templates/${kind}`} download>
          <DownloadOutlined /> {t('template', { kind: t(`kinds.${kind}`) })}
        </a>
      </p>
    </Card>
  );
}

/** Where it goes, once all of that is said. */
function targetOf(kind: ImportKind, campaign: string | undefined, duty: string | undefined): Target | undefined {
  if (kind === 'units') return { kind };
  if (!campaign) return undefined;
  if (kind === 'problems') return { kind, campaign };
  const [source, period = ''] = duty?.split('\n') ?? [];
  return source ? { kind, campaign, source, period } : undefined;
}

interface Choice {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function CampaignChoice({ value, onChange }: Choice) {
  const { t } = useTranslation('imports');
  const { data } = useInfiniteQuery(campaignsQuery({}));
  const campaigns = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Form.Item label={t('campaign')} htmlFor="import-campaign" style={{ flex: '2 1 280px' }}>
      <Select
        id="import-campaign"
        value={value && campaigns.length > 0 ? value : null}
        onChange={onChange}
        loading={!data}
        placeholder={t('campaign-choose')}
        options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

function DutyChoice({ campaign, value, onChange }: Choice & { readonly campaign: string }) {
  const { t } = useTranslation('imports');
  const { data } = useQuery(progressQuery(campaign));
  return (
    <Form.Item label={t('duty')} htmlFor="import-duty" style={{ flex: '2 1 280px' }}>
      <Select
        id="import-duty"
        value={value ?? null}
        onChange={onChange}
        loading={!data}
        placeholder={t('duty-choose')}
        options={(data?.columns ?? []).map(({ source, period, name, due }) => ({
          value: `${source}\n${period}`,
          label: `${name} · ${instantText(due)}`,
        }))}
      />
    </Form.Item>
  );
}
