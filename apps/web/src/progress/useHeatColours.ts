import { theme } from 'antd';
import type { CSSProperties } from 'react';

/** The colours of the map, light or dark, as its style sheet knows them. */
export function useHeatColours(): CSSProperties {
  const { token } = theme.useToken();
  return {
    '--heat-ground': token.colorBgContainer,
    '--heat-head': token.colorBgLayout,
    '--heat-border': token.colorBorderSecondary,
    '--heat-good': token.colorSuccess,
    '--heat-late': token.colorWarning,
    '--heat-bad': token.colorError,
    '--heat-accent': token.colorPrimary,
    '--heat-quiet': token.colorTextSecondary,
  } as CSSProperties;
}
