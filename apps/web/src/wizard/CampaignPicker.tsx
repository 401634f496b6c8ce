import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { campaignsQuery } from '../campaigns/queries';

interface Picker {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A campaign one can read: one's own, or one of a region above in which one's units take part. */
export function CampaignPicker({ id, value, onChange }: Picker) {
  const { t } = useTranslation(['wizard', 'domain']);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(campaignsQuery({}));
  const options = data?.pages.flatMap(({ items }) =>
    items.map((each) => ({ value: each.id, label: `${each.name}（${t(`domain:campaignStatus.${each.status}`)}）` })),
  );
  return (
    <Select
      id={id}
      className="wizard-field"
      {...(value ? { value } : {})}
      onChange={onChange}
      allowClear
      placeholder={t('scope.none')}
      loading={!data}
      showSearch={{ optionFilterProp: 'label' }}
      options={options ?? []}
      onPopupScroll={() => void (hasNextPage && fetchNextPage())}
    />
  );
}
