import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draw, drawnQuery } from './queries';

interface Props {
  readonly draw: Draw;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** Whatever or whoever was drawn. */
export function ExcludedPicker({ draw, ...field }: Props) {
  const { t } = useTranslation('draws');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(drawnQuery(draw.id));
  // All of them: what is looked for may be the last.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const choices = (people: readonly { readonly id: string; readonly name: string }[]) =>
    people.map(({ id, name }) => ({ value: id, label: name }));
  const drawn = data?.pages.flatMap(({ items }) => items) ?? [];
  const seated = draw.teams?.flatMap(({ inspectors, experts }) => [...inspectors, ...experts]) ?? [];
  return (
    <Select
      {...field}
      loading={!data || hasNextPage}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { label: t('drawn-list'), options: choices(drawn) },
        ...(seated.length > 0 ? [{ label: t('teams'), options: choices(seated) }] : []),
      ]}
    />
  );
}
