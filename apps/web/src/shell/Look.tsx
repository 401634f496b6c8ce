import { App, ConfigProvider, type ThemeConfig, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, createContext, use, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrinting } from '../parts/usePrinting';

export type Scheme = 'system' | 'light' | 'dark';

const KEPT = 'fundguard.scheme';
const SchemeContext = createContext<readonly [Scheme, (scheme: Scheme) => void]>(['system', () => undefined]);
export const useScheme = () => use(SchemeContext);
export const useIsDark = (): boolean => {
  const [scheme] = useScheme();
  const system = useMedia('(prefers-color-scheme: dark)');
  const isPrinting = usePrinting();
  if (isPrinting) return false;
  return scheme === 'system' ? system : scheme === 'dark';
};

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Words stand out from their ground by 4.5 : 1 at least (WCAG 1.4.3), which the components' own greys and ambers do not. */
const LIGHT: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    colorPrimary: '#1d39c4',
    colorInfo: '#1d39c4',
    colorLink: '#1d39c4',
    colorSuccess: '#237804',
    colorSuccessBg: '#f6ffed',
    colorSuccessBorder: '#b7eb8f',
    colorWarning: '#874d00',
    colorWarningBg: '#fffbe6',
    colorWarningBorder: '#ffe58f',
    colorError: '#cf1322',
    colorTextSecondary: '#595959',
    colorTextTertiary: '#595959',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
  },
};

const PALE = 'rgb(255 255 255 / 75%)';
const DARK: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    colorPrimary: '#8fa8ff',
    colorInfo: '#8fa8ff',
    colorLink: '#8fa8ff',
    colorError: '#ff7875',
    colorTextSecondary: PALE,
    colorTextTertiary: PALE,
    colorTextDescription: PALE,
    colorTextPlaceholder: 'rgb(255 255 255 / 60%)',
  },
  components: {
    // White words need a deeper ground than the links have.
    Button: { colorPrimary: '#3f57c8', colorPrimaryHover: '#4a64dc', colorPrimaryActive: '#3349b0' },
    Menu: { itemSelectedColor: '#dbe3ff' },
  },
};

/** Colours, language of the components, light and dark: the calm blue that offices are used to. */
export function Look({ children }: { readonly children: ReactNode }) {
  const [scheme, setScheme] = useState<Scheme>((localStorage.getItem(KEPT) as Scheme | null) ?? 'system');
  const choose = (chosen: Scheme) => {
    localStorage.setItem(KEPT, chosen);
    setScheme(chosen);
  };
  return (
    <SchemeContext value={[scheme, choose]}>
      <Theme>{children}</Theme>
    </SchemeContext>
  );
}

function Theme({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const isDark = useIsDark();
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  return (
    <ConfigProvider
      locale={i18n.language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      theme={{ ...(isDark ? DARK : LIGHT), token: { ...(isDark ? DARK : LIGHT).token, motion: !isStill } }}
    >
      <App className={isDark ? 'dark' : 'light'}>{children}</App>
    </ConfigProvider>
  );
}
