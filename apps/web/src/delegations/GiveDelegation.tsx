import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { CasePicker } from '../acts/pickers';
import { useMay } from '../api/session';
import { campaignsQuery } from '../campaigns/queries';
import { deputiesQuery } from './queries';

const WEEK = 7 * 24 * 3_600_000;

/** 委托: to whom, what of one's own they may hold, from when until when. */
export function GiveDelegation() {
  const may = useMay();
  const now = Date.now();
  return (
    <ActButton
      act="giveDelegation"
      type="primary"
      fixed={may('case.read') ? {} : { cases: [] }}
      initial={{ from: new Date(now).toISOString(), until: new Date(now + WEEK).toISOString() }}
      controls={{
        deputy: <DeputyPicker />,
        permissions: <PermissionPicker />,
        campaigns: <CampaignsPicker />,
        cases: <CasePicker multiple />,
      }}
    />
  );
}

function DeputyPicker(field: object) {
  const { t } = useTranslation('delegations');
  const { data } = useQuery(deputiesQuery);
  return (
    <Select
      {...field}
      loading={!data}
      notFoundContent={t('nobody')}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** What the deputy that was picked may hold. */
function PermissionPicker(field: object) {
  const { t } = useTranslation('system');
  const { data } = useQuery(deputiesQuery);
  const deputy = Form.useWatch<string | undefined>('deputy');
  const permissions = data?.find(({ id }) => id === deputy)?.permissions ?? [];
  return (
    <Select
      {...field}
      mode="multiple"
      disabled={!deputy}
      options={permissions.map((each) => ({ value: each, label: t(`permission.${each}`) }))}
    />
  );
}

function CampaignsPicker(field: object) {
  const { data } = useInfiniteQuery(campaignsQuery({}));
  const campaigns = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Select
      {...field}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
