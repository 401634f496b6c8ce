import {
  BellOutlined,
  BulbOutlined,
  CarryOutOutlined,
  GlobalOutlined,
  LogoutOutlined,
  MenuOutlined,
  UserOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Badge, Button, Dropdown, Grid, Layout, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActingStrip } from '../delegations/ActingStrip';
import { unreadQuery } from '../inbox/queries';
import { useSession, useSignOut } from '../api/session';
import { chooseLanguage, currentLanguage } from '../locales';
import { DemoStrip } from './DemoStrip';
import { useScheme } from './Look';
import { placesFor } from './places';

export function AppHeader() {
  const { t } = useTranslation(['shell', 'domain']);
  const { person, permissions } = useSession();
  const { mutate: signOut } = useSignOut();
  const [scheme, chooseScheme] = useScheme();
  const navigate = useNavigate();
  const { md: isWide } = Grid.useBreakpoint();
  const { data: unread = 0 } = useQuery(unreadQuery);
  const { colorBgContainer, colorBorderSecondary } = theme.useToken().token;
  const next = scheme === 'system' ? 'light' : scheme === 'light' ? 'dark' : 'system';
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  const roles = person.roles.map((role) => t(`domain:role.${role}`)).join('、');
  const places = placesFor(permissions).map(({ key, to, icon }) => ({
    key,
    icon,
    label: t(`place.${key}`),
    onClick: () => void navigate({ to }),
  }));
  return (
    <Layout.Header
      className="shell-header"
      style={{ background: colorBgContainer, borderBlockEnd: `1px solid ${colorBorderSecondary}` }}
    >
      {isWide === false && (
        <Dropdown menu={{ items: places }} trigger={['click']}>
          <Button type="text" icon={<MenuOutlined />} aria-label={t('menu')} />
        </Dropdown>
      )}
      <DemoStrip />
      {person.actingFor && <ActingStrip principal={person.actingFor.name} />}
      <span style={{ flex: 1 }} />
      <Link to="/inbox" aria-label={t('unread', { count: unread })}>
        <Badge count={unread} size="small">
          <BellOutlined style={{ fontSize: 18 }} />
        </Badge>
      </Link>
      <Button
        type="text"
        icon={<BulbOutlined />}
        title={t(`scheme.${scheme}`)}
        aria-label={t(`scheme.${scheme}`)}
        onClick={() => chooseScheme(next)}
      />
      <Button
        type="text"
        icon={<GlobalOutlined />}
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => void chooseLanguage(other)}
      >
        {other === 'zh' ? '中文' : 'EN'}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', label: `${person.name} · ${roles}`, disabled: true },
            ...(permissions.includes('duty.own')
              ? [
                  {
                    key: 'duties',
                    icon: <CarryOutOutlined />,
                    label: t('place.duties'),
                    onClick: () => void navigate({ to: '/duties' }),
                  },
                ]
              : []),
            ...(permissions.includes('delegation.own')
              ? [
                  {
                    key: 'delegations',
                    icon: <UserSwitchOutlined />,
                    label: t('place.delegations'),
                    onClick: () => void navigate({ to: '/delegations' }),
                  },
                ]
              : []),
            { key: 'sign-out', icon: <LogoutOutlined />, label: t('sign-out'), onClick: () => signOut() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('me', { name: person.name })}>
          {isWide !== false && person.name}
        </Button>
      </Dropdown>
    </Layout.Header>
  );
}
