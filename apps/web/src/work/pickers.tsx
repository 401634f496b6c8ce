import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { participantsQuery } from '../campaigns/queries';
import { drawsQuery } from '../draws/queries';
import { dayText } from '../parts/time';
import { finishedVisitsQuery, publishedTypicalsQuery } from './queries';

interface Picker<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
}
interface Choice {
  readonly value: string;
  readonly label: string;
}

function One({ options, ...field }: Picker<string> & { readonly options: readonly Choice[] | undefined }) {
  return (
    <Select
      {...field}
      allowClear
      loading={!options}
      options={[...(options ?? [])]}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}

function Several({ options, ...field }: Picker<string[]> & { readonly options: readonly Choice[] | undefined }) {
  return (
    <Select
      {...field}
      mode="multiple"
      allowClear
      loading={!options}
      options={[...(options ?? [])]}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}

/** A draw whose outcome may be made known: it was published here. */
export function PublishedDrawPicker({ campaign, ...field }: Picker<string> & { readonly campaign: string }) {
  const { data } = useQuery(drawsQuery(campaign));
  const published = data?.filter(({ status }) => status === 'published');
  return <One {...field} options={published?.map(({ id, name }) => ({ value: id, label: name }))} />;
}

export function FinishedVisitsPicker({ campaign, ...field }: Picker<string[]> & { readonly campaign: string }) {
  const { data } = useQuery(finishedVisitsQuery(campaign));
  const options = data?.map(({ id, unitName, day }) => ({ value: id, label: `${unitName} ${dayText(day)}` }));
  return <Several {...field} options={options} />;
}

export function TypicalCasePicker(field: Picker<string>) {
  const { data } = useQuery(publishedTypicalsQuery);
  return <One {...field} options={data?.map(({ id, title }) => ({ value: id, label: title }))} />;
}

/** How units are told of a case. */
export function BriefingChannelPicker({ onChange, ...field }: Picker<string>) {
  const { t } = useTranslation('domain');
  return (
    <Radio.Group
      {...field}
      options={CHANNELS.map((value) => ({ value, label: t(`value.channel.${value}`) }))}
      onChange={({ target }) => onChange?.(target.value as string)}
    />
  );
}
const CHANNELS = ['meeting', 'training', 'visit', 'notice'] as const;

/** Units that take part in the campaign. */
export function ParticipantsPicker({ campaign, ...field }: Picker<string[]> & { readonly campaign: string }) {
  const { data } = useQuery(participantsQuery(campaign));
  const options = data?.filter(({ droppedAt }) => !droppedAt).map(({ unit, name }) => ({ value: unit, label: name }));
  return <Several {...field} options={options} />;
}

/** Of a list that is at hand, with one press for all of it. */
export function ListedUnitsPicker({ units, ...field }: Picker<string[]> & { readonly units: readonly Choice[] }) {
  const { t } = useTranslation('work');
  return (
    <Flex vertical gap="small">
      <Several {...field} options={units} />
      <div>
        <Button size="small" onClick={() => field.onChange?.(units.map(({ value }) => value))}>
          {t('all-listed', { count: units.length })}
        </Button>
      </div>
    </Flex>
  );
}
