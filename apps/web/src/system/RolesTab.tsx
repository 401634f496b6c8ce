import { useQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Listing } from './Listing';
import { permissionsQuery } from './queries';

/** 角色权限: the table that every route and every act goes by. */
export function RolesTab() {
  const { t } = useTranslation(['system', 'domain']);
  const permissions = useQuery(permissionsQuery);
  const roles = [...new Set(permissions.data?.flatMap((each) => each.roles))];
  return (
    <>
      <Typography.Paragraph type="secondary">{t('roles.note')}</Typography.Paragraph>
      <Listing
        query={permissions}
        rows={permissions.data}
        rowKey={({ permission }) => permission}
        empty={t('roles.empty')}
        columns={[
          {
            title: t('roles.permission'),
            fixed: 'left',
            render: (_, { permission }) => t(`permission.${permission}`),
          },
          ...roles.map((role) => ({
            title: t(`domain:role.${role}`),
            align: 'center' as const,
            render: (_: unknown, line: NonNullable<typeof permissions.data>[number]) =>
              line.roles.includes(role) ? (
                <span title={t('roles.yes')}>✓</span>
              ) : (
                <span aria-label={t('roles.no')}>·</span>
              ),
          })),
        ]}
      />
    </>
  );
}
