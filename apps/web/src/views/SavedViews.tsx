import { DeleteOutlined, DownOutlined, EditOutlined, StarFilled, StarOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NameDialog } from './NameDialog';
import { type NewView, viewsQuery } from './queries';
import { type Search, filtersOf, isSame } from './search';
import { useDeletion } from './useDeletion';

interface Props {
  readonly list: NewView['list'];
  /** What the list is filtered by now. */
  readonly search: Search;
  /** What the page offers by itself: nobody needs to keep that. */
  readonly fixed?: readonly Search[];
  readonly onChoose: (search: Search) => void;
}

/** The views one has saved for a list, beside those the page brings; and the saving of the filters that are set. */
export function SavedViews({ list, search, fixed = [{}], onChoose }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(viewsQuery);
  const [naming, setNaming] = useState<'new' | 'other'>();
  const askToDelete = useDeletion();
  if (!data) return null;
  const views = data.filter((view) => view.list === list);
  const here = views.find((view) => isSame(view.search, search));
  const acts = here
    ? [
        { type: 'divider' as const },
        {
          key: 'rename',
          icon: <EditOutlined aria-hidden />,
          label: t('views.rename', here),
          onClick: () => setNaming('other'),
        },
        {
          key: 'delete',
          icon: <DeleteOutlined aria-hidden />,
          label: t('views.delete', here),
          danger: true,
          onClick: () => askToDelete(here),
        },
      ]
    : [];
  const items = [
    ...views.map(({ id, name, search: kept }) => ({ key: id, label: name, onClick: () => onChoose(kept) })),
    ...acts,
  ];
  return (
    <>
      {views.length > 0 && (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{ items, selectedKeys: here ? [here.id] : [], className: 'views-menu' }}
        >
          <Button icon={here ? <StarFilled aria-hidden /> : <StarOutlined aria-hidden />} className="views-button">
            <span className="views-name">{here?.name ?? t('views.mine', { count: views.length })}</span>
            <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {!here && !fixed.some((each) => isSame(each, search)) && (
        <Button icon={<StarOutlined aria-hidden />} onClick={() => setNaming('new')}>
          {t('views.save')}
        </Button>
      )}
      {naming && (
        <NameDialog
          view={{ list, name: naming === 'other' ? (here?.name ?? '') : '', search: filtersOf(search) }}
          id={naming === 'other' ? here?.id : undefined}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}
