import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usableQuery } from '../pool/queries';

/** 从专家库取用: all of one specialty at a press, or one by one. Nobody of them is given to whom they work for. */
export function PoolPicker() {
  const { t } = useTranslation(['draws', 'pool']);
  const form = Form.useFormInstance();
  const [specialty, setSpecialty] = useState<string>();
  const { data: members = [] } = useQuery(usableQuery);
  const specialties = [...new Set(members.flatMap((each) => each.specialties))].sort();
  const takeAll = () => {
    const chosen = (form.getFieldValue('poolMembers') as string[] | undefined) ?? [];
    const found = members.filter((each) => !specialty || each.specialties.includes(specialty)).map(({ id }) => id);
    form.setFieldValue('poolMembers', [...new Set([...chosen, ...found])]);
  };
  return (
    <>
      <Form.Item
        name="poolMembers"
        label={t('pool-members')}
        extra={
          <>
            {t('pool-note')} <Link to="/pool">{t('pool:title')}</Link>
          </>
        }
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('pool-empty')}
          options={members.map(({ id, name, employer, specialties: own }) => ({
            value: id,
            label: `${name} · ${employer} · ${own.join('、')}`,
          }))}
        />
      </Form.Item>
      <Form.Item>
        <Flex wrap gap="small">
          <Select
            aria-label={t('pool:specialty')}
            placeholder={t('pool-any-specialty')}
            allowClear
            style={{ minWidth: 160 }}
            value={specialty ?? null}
            onChange={(value: string | null | undefined) => setSpecialty(value ?? undefined)}
            options={specialties.map((value) => ({ value, label: value }))}
          />
          <Button onClick={takeAll} disabled={members.length === 0}>
            {t('pool-take')}
          </Button>
        </Flex>
      </Form.Item>
    </>
  );
}
