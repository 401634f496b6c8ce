import { Button, type ButtonProps, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm, type ActFormProps } from './ActForm';

/** An act as a page offers it. `withheld` says why the stage does not allow it, with the article: its button is disabled. */
export interface ActOffer extends Omit<ActFormProps, 'onDone'> {
  readonly type?: ButtonProps['type'];
  readonly danger?: boolean;
  /** What it is called here, where the act alone would not tell. */
  readonly label?: string;
}

interface ActButtonProps extends ActOffer {
  /** Its form stays open when the button is taken away under it. */
  readonly isOffered?: boolean;
}

/** An act's button; its form comes up over the page, and asks again before anything is sent. */
export function ActButton({ isOffered = true, ...offer }: ActButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isOffered && <ActOpener offer={offer} onOpen={() => setOpen(true)} />}
      <ActDialog offer={offer} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

interface OpenerProps {
  readonly offer: ActOffer;
  readonly onOpen: () => void;
}

export function ActOpener({ offer: { act, type, danger = false, withheld, label }, onOpen }: OpenerProps) {
  const { t } = useTranslation('domain');
  return (
    <Tooltip title={withheld}>
      <Button {...(type ? { type } : {})} danger={danger} disabled={withheld !== undefined} onClick={onOpen}>
        {label ?? t(`act.${act}`)}
      </Button>
    </Tooltip>
  );
}

interface DialogProps {
  readonly offer: ActOffer;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ActDialog({ offer: { type, danger, label, ...form }, isOpen, onClose }: DialogProps) {
  const { t } = useTranslation('domain');
  return (
    <Modal title={label ?? t(`act.${form.act}`)} open={isOpen} onCancel={onClose} footer={null} destroyOnHidden>
      <ActForm {...form} onDone={onClose} />
    </Modal>
  );
}
