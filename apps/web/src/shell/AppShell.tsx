import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Grid, Layout, Menu, theme } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { LoadingPage } from '../parts/LoadingPage';
import { AppHeader } from './AppHeader';
import { KeyHelp } from './KeyHelp';
import { type Place, placesFor } from './places';
import { SignInAgain } from './SignInAgain';

const BOTTOM_ENTRIES = 5;

/** Menu at the side, at the bottom on a phone; the page in the middle. */
export function AppShell() {
  const { t } = useTranslation();
  const places = placesFor(useSession().permissions);
  const { pathname } = useLocation();
  const here = places.find(({ to }) => pathname.startsWith(to))?.key ?? '';
  const { md: isWide } = Grid.useBreakpoint();
  const { colorBgContainer, colorBorderSecondary } = theme.useToken().token;
  return (
    <Layout hasSider={isWide ?? true} style={{ minHeight: '100vh' }}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      {isWide !== false && (
        <Layout.Sider
          width={184}
          className="shell-sider"
          style={{ background: colorBgContainer, borderInlineEnd: `1px solid ${colorBorderSecondary}` }}
        >
          <Link to="/" style={{ display: 'block', padding: '16px 24px', fontWeight: 600, fontSize: 17 }}>
            {t('product')}
          </Link>
          <nav aria-label={t('menu')}>
            <Menu
              mode="inline"
              selectedKeys={[here]}
              style={{ border: 0 }}
              items={places.map(({ key, to, icon }) => ({
                key,
                icon,
                label: <Link to={to}>{t(`place.${key}`)}</Link>,
              }))}
            />
          </nav>
        </Layout.Sider>
      )}
      <Layout>
        <AppHeader />
        <Layout.Content id="content" role="main" tabIndex={-1} style={{ outline: 'none' }}>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
      {isWide === false && <BottomBar places={places.slice(0, BOTTOM_ENTRIES)} here={here} />}
      <KeyHelp />
      <SignInAgain />
    </Layout>
  );
}

function BottomBar({ places, here }: { readonly places: readonly Place[]; readonly here: string }) {
  const { t } = useTranslation();
  const { colorBgContainer, colorBorder, colorPrimary, colorText } = theme.useToken().token;
  return (
    <nav
      aria-label={t('menu')}
      className="shell-bottom"
      style={{ background: colorBgContainer, borderBlockStart: `1px solid ${colorBorder}` }}
    >
      {places.map(({ key, to, icon }) => (
        <Link key={key} to={to} style={{ color: key === here ? colorPrimary : colorText }}>
          {icon}
          {t(`place.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
