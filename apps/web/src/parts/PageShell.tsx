import { Flex, Typography } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Page {
  readonly title: string;
  /** Beside the title: a state, a number. */
  readonly beside?: ReactNode;
  /** Buttons of the whole page. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: its one heading, what can be done with the whole of it, its content. */
export function PageShell({ title, beside, acts, children }: Page) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className="page">
      <Flex wrap gap="small" justify="space-between" align="center" className="page-head">
        <Flex wrap gap="small" align="center">
          <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }} className="break">
            {title}
          </Typography.Title>
          {beside}
        </Flex>
        <Flex wrap gap="small" className="no-print">
          {acts}
        </Flex>
      </Flex>
      {children}
    </div>
  );
}
