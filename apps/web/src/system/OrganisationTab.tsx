import { DownloadOutlined, ImportOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { JobButton } from '../jobs/JobButton';
import { said } from '../locales';
import { DataTable } from '../parts/DataTable';
import { Listing } from './Listing';
import { regionsQuery } from '../api/organisation';
import { useMay } from '../api/session';
import { unitsQuery } from './queries';

/** 机构: the regions in one's charge and their units. */
export function OrganisationTab() {
  const { t } = useTranslation(['system', 'domain', 'imports']);
  const { q } = useSearch({ from: '/app/system' });
  const navigate = useNavigate();
  const may = useMay();
  const regions = useQuery(regionsQuery);
  const units = useInfiniteQuery(unitsQuery(q));
  // Names of regions that come later would move every column of the units.
  if (regions.isPending) return <Skeleton active />;
  const nameOf = (path: string) => {
    const found = regions.data?.find((each) => each.path === path);
    return found ? said({ zh: found.nameZh, en: found.nameEn }) : path;
  };
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('organisation.regions')}
      </Typography.Title>
      <Listing
        query={regions}
        rows={regions.data}
        rowKey={({ path }) => path}
        empty={t('organisation.no-regions')}
        columns={[
          { title: t('organisation.code'), dataIndex: 'code' },
          { title: t('organisation.name'), render: (_, { path }) => nameOf(path) },
          { title: t('organisation.level'), render: (_, { level }) => t(`organisation.levels.${level}`) },
        ]}
      />
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('organisation.units')}
      </Typography.Title>
      <DataTable
        name="units"
        query={units}
        rowKey="id"
        empty={t('organisation.no-units')}
        toolbar={
          <>
            {may('import.make') && may('unit.register') && (
              <Link to="/imports" search={{ kind: 'units' }}>
                <ImportOutlined /> {t('imports:link')}
              </Link>
            )}
            <JobButton job={{ kind: 'exportUnits' }} icon={<DownloadOutlined />}>
              {t('organisation.export')}
            </JobButton>
            <Input.Search
              allowClear
              defaultValue={q ?? ''}
              placeholder={t('organisation.search')}
              aria-label={t('organisation.search')}
              style={{ width: 220 }}
              onSearch={(asked) =>
                void navigate({ to: '/system', search: { tab: 'organisation', ...(asked ? { q: asked } : {}) } })
              }
            />
          </>
        }
        columns={[
          { key: 'name', title: t('organisation.name'), dataIndex: 'name' },
          { key: 'code', title: t('organisation.unit-code'), render: (_, { code }) => code ?? '–' },
          { key: 'kind', title: t('organisation.kind'), render: (_, { kind }) => t(`domain:unitKind.${kind}`) },
          { key: 'region', title: t('domain:field.region'), render: (_, { region }) => nameOf(region) },
          {
            key: 'level',
            title: t('organisation.grade'),
            render: (_, { level, ownership }) =>
              [level && t(`organisation.grades.${level}`), ownership && t(`organisation.ownership.${ownership}`)]
                .filter(Boolean)
                .join(' · ') || '–',
          },
        ]}
      />
    </>
  );
}
