import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usableQuery } from '../pool/queries';

interface Field {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** 第三方人员 under a contract. */
export function ThirdPartyPicker(field: Field) {
  const { t } = useTranslation('visits');
  const { data } = useQuery(usableQuery);
  return (
    <Select
      {...field}
      loading={!data}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('no-third-party')}
      options={(data ?? [])
        .filter(({ kind }) => kind === 'thirdParty')
        .map(({ id, name, employer, contract }) => ({
          value: id,
          label: [name, employer, contract].filter(Boolean).join(' · '),
        }))}
    />
  );
}
