import { Button, Form, Input, Modal, Radio } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/ActForm';
import { UnitPicker } from '../acts/pickers';
import { useSession } from '../api/session';

/** 登记线索. */
export function LeadForm() {
  const { t } = useTranslation(['cases', 'domain']);
  const [isOpen, setOpen] = useState(false);
  const { person } = useSession();
  const navigate = useNavigate();
  const isInvestigator = person.roles.includes('investigator');
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('domain:act.openLead')}
      </Button>
      <Modal
        title={t('domain:act.openLead')}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
        width={640}
      >
        <ActForm
          act="openLead"
          initial={{ region: person.region, ...(isInvestigator ? { handler: person.account } : {}) }}
          // What a superior assigned is taken in at the leads desk, with its day.
          fixed={{ assignment: undefined }}
          controls={{ subject: <SubjectInput /> }}
          onDone={({ id }) => void navigate({ to: '/cases/$id', params: { id } })}
        />
      </Modal>
    </>
  );
}

interface Subject {
  readonly kind?: 'institution' | 'individual';
  readonly name?: string;
  readonly unit?: string;
  readonly idNumber?: string;
}
interface Props {
  readonly id?: string;
  readonly value?: Subject;
  readonly onChange?: (value: Subject) => void;
}

/** Whom the lead is about: an institution, picked where it is known, or a person. */
function SubjectInput({ id, value = { kind: 'institution' }, onChange }: Props) {
  const { t } = useTranslation(['cases', 'domain']);
  const change = (part: Subject) => onChange?.({ ...value, ...part });
  return (
    <div {...(id ? { id } : {})}>
      <Form.Item noStyle>
        <Radio.Group
          value={value.kind ?? 'institution'}
          // A unit is no person, and a number belongs to one.
          onChange={({ target }) =>
            onChange?.({ kind: target.value as 'institution' | 'individual', name: value.name ?? '' })
          }
          options={[
            { value: 'institution', label: t('subject.institution') },
            { value: 'individual', label: t('subject.individual') },
          ]}
        />
      </Form.Item>
      <Input
        aria-label={t('subject.name')}
        placeholder={t('subject.name')}
        value={value.name ?? ''}
        maxLength={200}
        onChange={({ target }) => change({ kind: value.kind ?? 'institution', name: target.value })}
        style={{ marginBlock: 8 }}
      />
      {value.kind === 'individual' ? (
        <Input
          aria-label={t('subject.id-number')}
          placeholder={t('subject.id-number')}
          value={value.idNumber ?? ''}
          autoComplete="off"
          onChange={({ target }) => {
            const { idNumber: _before, ...others } = value;
            // A `maxLength` would cut a number that is pasted in groups before its spaces are gone.
            const typed = target.value.replace(/\s/g, '').slice(0, 18);
            onChange?.({ ...others, ...(typed ? { idNumber: typed } : {}) });
          }}
        />
      ) : (
        <UnitPicker value={value.unit ?? ''} onChange={(unit) => change({ unit: unit as string })} />
      )}
    </div>
  );
}
