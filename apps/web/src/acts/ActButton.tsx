import { Button, type ButtonProps, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm, type ActFormProps } from './ActForm';

export interface ActButtonProps extends Omit<ActFormProps, 'onDone'> {
  /** Why the stage does not allow it, with the article. The button is then shown disabled. */
  readonly withheld?: string | undefined;
  readonly type?: ButtonProps['type'];
  readonly danger?: boolean;
}

/** An act's button; its form comes up over the page, and asks again before anything is sent. */
export function ActButton({ withheld, type, danger, ...form }: ActButtonProps) {
  const { t } = useTranslation('domain');
  const [isOpen, setOpen] = useState(false);
  const label = t(`act.${form.act}`);
  return (
    <>
      <Tooltip title={withheld}>
        <Button
          {...(type ? { type } : {})}
          danger={danger ?? false}
          disabled={withheld !== undefined}
          onClick={() => setOpen(true)}
        >
          {label}
        </Button>
      </Tooltip>
      <Modal title={label} open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <ActForm {...form} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}
