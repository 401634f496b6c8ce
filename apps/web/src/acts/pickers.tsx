import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, dataOf } from '../api/api';
import { peopleQuery, regionsQuery } from '../api/organisation';
import { said } from '../locales';

interface Picker {
  readonly id?: string;
  readonly value?: string | string[];
  readonly onChange?: (value: string | string[]) => void;
  readonly multiple?: boolean;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function Choices({ choices, multiple, ...field }: Picker & { readonly choices: readonly Choice[] | undefined }) {
  return (
    <Select
      {...field}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      options={[...(choices ?? [])]}
      loading={!choices}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
    />
  );
}

/** Colleagues of one's own region and below; those who play a part, where one is named. */
export function PeoplePicker({ role, ...field }: Picker & { readonly role?: string }) {
  const { data } = useQuery(peopleQuery);
  const choices = data
    ?.filter(({ roles }) => !role || roles.some((each) => each === role))
    .map(({ id, name }) => ({ value: id, label: name }));
  return <Choices {...field} choices={choices} />;
}

export function RegionPicker(field: Picker) {
  const { data } = useQuery(regionsQuery);
  const choices = data?.map(({ path, nameZh, nameEn }) => ({ value: path, label: said({ zh: nameZh, en: nameEn }) }));
  return <Choices {...field} choices={choices} />;
}

/** Asked of the server while typing: a province has thousands of units. */
export function UnitPicker(field: Picker) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['units', 'named', q],
    queryFn: async () => dataOf(await api.GET('/api/v1/units', { params: { query: { q, limit: 50 } } })).items,
    placeholderData: (before) => before,
  });
  const { multiple, ...rest } = field;
  return (
    <Select
      {...rest}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      options={data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear
    />
  );
}

export function CasePicker({ multiple, ...field }: Picker) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['cases', 'named', q],
    queryFn: async () => dataOf(await api.GET('/api/v1/cases', { params: { query: { q, limit: 20 } } })).items,
    placeholderData: (before) => before,
  });
  return (
    <Select
      {...field}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      options={data?.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })) ?? []}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear
    />
  );
}
