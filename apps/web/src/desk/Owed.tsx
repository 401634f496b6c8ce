import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueText } from '../parts/DueText';
import { MoneyText } from '../parts/MoneyText';
import { StateTag } from '../parts/StateTag';
import type { PartyCase } from './queries';

const CLOCKS = { refund: 'refundPayment', fine: 'finePayment', surcharge: undefined } as const;

interface Props {
  readonly ledgers: NonNullable<PartyCase['ledgers']>;
  readonly clocks: PartyCase['clocks'];
}

/** What is to be paid, where to, and by when; two ledgers that are never added up (条例 45). */
export function Owed({ ledgers, clocks }: Props) {
  const { t } = useTranslation(['desk', 'cases', 'domain']);
  const rows = (['refund', 'fine', 'surcharge'] as const).flatMap((ledger) => {
    const kept = ledgers[ledger];
    if (!kept) return [];
    const { owed, paid } = kept;
    const due = clocks.find(({ clock }) => clock === CLOCKS[ledger])?.due;
    return [{ ledger, owed, paid, left: (BigInt(owed) - BigInt(paid)).toString(), due }];
  });
  return (
    <Table
      rowKey="ledger"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        { title: t('domain:field.ledger'), render: (_, { ledger }) => t(`domain:value.ledger.${ledger}`) },
        { title: t('cases:owed'), render: (_, { owed }) => <MoneyText fen={owed} /> },
        { title: t('cases:paid'), render: (_, { paid }) => <MoneyText fen={paid} /> },
        { title: t('party.left'), render: (_, { left }) => <MoneyText fen={left} inWords /> },
        {
          title: t('due'),
          render: (_, { left, due }) =>
            left === '0' ? <StateTag tone="good">{t('party.paid')}</StateTag> : due && <DueText due={due} />,
        },
      ]}
    />
  );
}
