import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';
import { shortText } from '../parts/time';
import type { UnitRow } from './queries';
import { countsOf } from './states';
import type { GroupWords } from './useGroups';

interface Props {
  readonly rows: readonly UnitRow[];
  readonly words: GroupWords;
  readonly onOpen: (unit: string) => void;
}

const TONES = { overdue: 'bad', late: 'warning', onTime: 'good', open: 'quiet', waived: 'quiet' } as const;
const LOOKS = Object.keys(TONES) as (keyof typeof TONES)[];

/** The map in numbers: what each unit has of every state. */
export function ProgressTable({ rows, words, onOpen }: Props) {
  const { t } = useTranslation('progress');
  return (
    <Table<UnitRow>
      rowKey="unit"
      size="small"
      virtual
      scroll={{ x: 1000, y: 520 }}
      pagination={false}
      dataSource={[...rows]}
      columns={[
        {
          title: t('unit'),
          width: 220,
          fixed: 'start',
          render: (_, { unit, name }) => (
            <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(unit)}>
              {name}
            </Button>
          ),
        },
        { title: t('region'), width: 110, render: (_, { region }) => words.region(region) },
        { title: t('kind'), width: 130, render: (_, { kind }) => words.kind(kind) },
        ...LOOKS.map((look) => ({
          title: <StateTag tone={TONES[look]}>{t(`word.${look}`)}</StateTag>,
          key: look,
          width: 100,
          align: 'end' as const,
          render: (_: unknown, row: UnitRow) => countsOf([row])[look] || '',
        })),
        { title: t('chased-at'), width: 130, render: (_, { chasedAt }) => chasedAt && shortText(chasedAt) },
      ]}
    />
  );
}
