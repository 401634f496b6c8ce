import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/ActForm';
import { useSession } from '../api/session';
import { ParticipantPicker } from '../campaigns/act-controls';
import type { Campaign } from '../campaigns/queries';

/** 登记问题: a unit enters what its self-check found, everybody else what a check of theirs found. */
export function EnterProblem({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('domain');
  const [isOpen, setOpen] = useState(false);
  const { unit } = useSession().person;
  const mine = unit && { unit, source: 'selfCheck' };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('act.enterProblem')}
      </Button>
      <Modal
        title={t('act.enterProblem')}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
        width={640}
      >
        <ActForm
          act="enterProblem"
          fixed={{ campaign: campaign.id, ...mine }}
          initial={{ source: 'inspection', amount: '0' }}
          controls={{ unit: <ParticipantPicker campaign={campaign} /> }}
          onDone={() => setOpen(false)}
        />
      </Modal>
    </>
  );
}
