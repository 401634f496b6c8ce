import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, createContext, use, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

export type Scheme = 'system' | 'light' | 'dark';

const KEPT = 'fundguard.scheme';
const SchemeContext = createContext<readonly [Scheme, (scheme: Scheme) => void]>(['system', () => undefined]);
export const useScheme = () => use(SchemeContext);
export const useIsDark = (): boolean => {
  const [scheme] = useScheme();
  const system = useMedia('(prefers-color-scheme: dark)');
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
      theme={{
        algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: isDark ? '#6b8cff' : '#1d39c4',
          // Grey that still reads on white (WCAG 1.4.3).
          ...(isDark
            ? {}
            : { colorTextSecondary: '#595959', colorTextDescription: '#595959', colorTextPlaceholder: '#6b6b6b' }),
          // Words in these colours stand on their own pale ground (WCAG 1.4.3).
          ...(isDark
            ? {}
            : {
                colorSuccess: '#237804',
                colorSuccessBg: '#f6ffed',
                colorSuccessBorder: '#b7eb8f',
                colorWarning: '#ad6800',
                colorWarningBg: '#fffbe6',
                colorWarningBorder: '#ffe58f',
                colorError: '#cf1322',
                colorInfo: '#1d39c4',
                colorLink: '#1d39c4',
              }),
          motion: !isStill,
        },
      }}
    >
      <App className={isDark ? 'dark' : 'light'}>{children}</App>
    </ConfigProvider>
  );
}
