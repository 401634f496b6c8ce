import type { Schemas } from '@fundguard/client';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, dataOf } from '../api/api';

type Unit = Schemas['Unit'];

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
  /** The unit itself: its name and region fill in the rest of the form. */
  readonly onUnit: (unit: Unit | undefined) => void;
}

/** An institution by part of its name, asked of the server while typing. */
export function UnitLookup({ id, value, onChange, onUnit }: Props) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['units', 'whole', q],
    queryFn: async () => dataOf(await api.GET('/api/v1/units', { params: { query: { q, limit: 50 } } })).items,
    placeholderData: (before) => before,
  });
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      options={data?.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear
      onChange={(chosen?: string) => {
        onChange?.(chosen);
        onUnit(data?.find((unit) => unit.id === chosen));
      }}
    />
  );
}
