import { InfoCircleOutlined } from '@ant-design/icons';
import { Button, Descriptions, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: ReactNode])[];
}

/** 依据: behind every computed deadline and amount, what it rests on. */
export function BasisDrawer({ title, rows }: Props) {
  const { t } = useTranslation('shell');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" type="text" icon={<InfoCircleOutlined />} onClick={() => setOpen(true)}>
        {t('basis')}
      </Button>
      <Drawer title={`${title} · ${t('basis')}`} open={isOpen} onClose={() => setOpen(false)} size="min(480px, 100vw)">
        <Descriptions
          column={1}
          bordered
          size="small"
          items={rows.map(([label, children]) => ({ key: label, label, children }))}
        />
      </Drawer>
    </>
  );
}
