import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regionNameQuery } from '../api/organisation';
import { StateTag } from '../parts/StateTag';
import { PastedNames } from './PastedNames';
import type { PlanUnit } from './queries';

interface Props {
  readonly units: readonly PlanUnit[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  readonly pasted: string;
  readonly onPaste: (pasted: string) => void;
}

/** One by one, a kind at once, or by pasted names. */
export function UnitChooser({ units, chosen, onChoose, pasted, onPaste }: Props) {
  const { t } = useTranslation(['wizard', 'domain']);
  const { data: nameOf = (path: string) => path } = useQuery(regionNameQuery);
  const [kind, setKind] = useState('all');
  const [q, setQ] = useState('');
  const kinds = [...new Set(units.map((unit) => unit.kind))];
  const shown = units.filter((unit) => (kind === 'all' || unit.kind === kind) && unit.name.includes(q.trim()));
  const ids = shown.map(({ id }) => id);
  const without = chosen.filter((id) => !ids.includes(id));
  return (
    <>
      <PastedNames
        units={units}
        pasted={pasted}
        onPaste={onPaste}
        onFound={(found, only) => onChoose(only ? found : [...new Set([...chosen, ...found])])}
      />
      <Flex wrap gap="small" align="center" style={{ marginBlock: 12 }}>
        <div className="wizard-scroll">
          <Segmented
            value={kind}
            options={['all', ...kinds].map((value) => ({
              value,
              label: value === 'all' ? t('shell:all') : t(`domain:unitKind.${value}`),
            }))}
            onChange={setKind}
          />
        </div>
        <Input
          allowClear
          value={q}
          aria-label={t('scope.find')}
          placeholder={t('scope.find')}
          style={{ width: 200 }}
          onChange={({ target }) => setQ(target.value)}
        />
        <Button onClick={() => onChoose([...without, ...ids])}>{t('scope.take-all', { count: ids.length })}</Button>
        <Button onClick={() => onChoose(without)}>{t('scope.take-none')}</Button>
      </Flex>
      <Table<PlanUnit>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => onChoose(keys.map(String)),
          getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
        }}
        columns={[
          { title: t('scope.unit'), dataIndex: 'name' },
          { title: t('scope.kind'), dataIndex: 'kind', render: (each: string) => t(`domain:unitKind.${each}`) },
          { title: t('scope.region'), dataIndex: 'region', render: nameOf },
          {
            title: t('scope.by-rule'),
            dataIndex: 'takesPart',
            render: (takesPart: boolean) =>
              takesPart ? (
                <StateTag tone="good">{t('scope.inside')}</StateTag>
              ) : (
                <StateTag tone="quiet">{t('scope.outside')}</StateTag>
              ),
          },
        ]}
      />
    </>
  );
}
