import { useQuery } from '@tanstack/react-query';
import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/ActForm';
import { said } from '../locales';
import { controlsFor, leftOut } from './form-parts';
import { type WorkForm, type WorkKind, workFormQuery } from './queries';

interface Props {
  readonly campaign: string;
  readonly act: 'planWork' | 'recordWork';
}

/** 安排 or 登记: first what kind of work it is, then what that kind says. */
export function EnterWork({ campaign, act }: Props) {
  const { t } = useTranslation(['work', 'domain']);
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<WorkKind>();
  const { data: form } = useQuery(workFormQuery(campaign));
  return (
    <>
      <Button {...(act === 'recordWork' ? { type: 'primary' as const } : {})} onClick={() => setOpen(true)}>
        {t(`domain:act.${act}`)}
      </Button>
      <Modal title={t(`domain:act.${act}`)} open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Form layout="vertical">
          <Form.Item label={t('kind')} required>
            <Select<WorkKind>
              aria-label={t('kind')}
              value={kind ?? null}
              onChange={setKind}
              loading={!form}
              showSearch={{ optionFilterProp: 'label' }}
              options={form ? grouped(form, (group) => t(`group.${group}`)) : []}
            />
          </Form.Item>
        </Form>
        {form && kind && (
          <ActForm
            key={kind}
            act={act}
            fixed={{ ...leftOut(kind, form), campaign, kind }}
            controls={controlsFor(campaign, kind, form)}
            onDone={() => setOpen(false)}
          />
        )}
      </Modal>
    </>
  );
}

const grouped = ({ kinds }: WorkForm, wordOf: (group: string) => string) =>
  [...new Set(kinds.map(({ group }) => group))].map((group) => ({
    label: wordOf(group),
    options: kinds.filter((each) => each.group === group).map(({ kind, name }) => ({ value: kind, label: said(name) })),
  }));
