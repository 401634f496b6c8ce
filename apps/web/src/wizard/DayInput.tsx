import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';

interface Props {
  readonly id: string;
  readonly day: string | undefined;
  readonly optional: boolean;
  readonly onChange: (day: string | undefined) => void;
}

/** A day picked or typed. The same day stays the same object: a new one would wipe out what is being typed. */
export function DayInput({ id, day, optional, onChange }: Props) {
  const value = useMemo(() => (day ? dayjs(day) : null), [day]);
  return (
    <DatePicker
      id={id}
      value={value}
      allowClear={optional}
      onChange={(chosen) => onChange(chosen ? chosen.format('YYYY-MM-DD') : undefined)}
    />
  );
}
