import { Button, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly code: string | undefined;
  readonly onTold: () => void;
}

/** The code of an anonymous reporter, this once; it goes only when somebody says that it was written down. */
export function CodeShown({ code, onTold }: Props) {
  const { t } = useTranslation('leads');
  return (
    <Modal
      title={t('code.title')}
      open={code !== undefined}
      closable={false}
      maskClosable={false}
      keyboard={false}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onTold} autoFocus>
          {t('code.told')}
        </Button>
      }
    >
      <Typography.Paragraph className="leads-code" copyable>
        {code ?? ''}
      </Typography.Paragraph>
      <Typography.Paragraph>{t('code.note')}</Typography.Paragraph>
    </Modal>
  );
}
