import { CalculatorOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Calculator, type Inputs } from './Calculator';

interface Props {
  readonly initial: Inputs;
  readonly law: string;
}

/** 试算: other figures beside a case, under the case's own law. The file stays as it is. */
export function WhatIf({ initial, law }: Props) {
  const { t } = useTranslation('penalty');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalculatorOutlined />} onClick={() => setOpen(true)} className="no-print">
        {t('what-if.button')}
      </Button>
      <Drawer
        title={t('what-if.title')}
        open={isOpen}
        onClose={() => setOpen(false)}
        size="min(1080px, 100vw)"
        destroyOnHidden
      >
        <Alert type="info" showIcon title={t('what-if.note', { law })} style={{ marginBlockEnd: 16 }} />
        <Calculator initial={initial} law={law} />
      </Drawer>
    </>
  );
}
