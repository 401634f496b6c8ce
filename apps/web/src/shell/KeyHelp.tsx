import { useMatches } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../parts/useKeys';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The keys of this page, `J` and so on; their words are `keys.<key>` in the page's namespace. */
    readonly keys?: { readonly namespace: string; readonly names: readonly string[] };
  }
}

/** `?`: the keys of the page one is on. */
export function KeyHelp() {
  const { t } = useTranslation(['shell', 'approvals', 'campaigns']);
  const [isOpen, setOpen] = useState(false);
  const keys = useMatches().flatMap(({ staticData }) => (staticData.keys ? [staticData.keys] : []));
  useKeys({ '?': () => setOpen(true) });
  const rows = [
    { key: '?', what: t('keys.?') },
    ...keys.flatMap(({ namespace, names }) => names.map((key) => ({ key, what: t(`${namespace}:keys.${key}`) }))),
  ];
  return (
    <Modal title={t('keys.title')} open={isOpen} onCancel={() => setOpen(false)} footer={null}>
      <dl className="keys">
        {rows.map(({ key, what }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
