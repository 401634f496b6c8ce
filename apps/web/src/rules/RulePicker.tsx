import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { standingQuery } from './queries';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (rule: string | undefined) => void;
}

/** A rule that is in force. */
export function RulePicker(props: Props) {
  const { data = [] } = useQuery(standingQuery);
  return (
    <Select
      {...props}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={data.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
