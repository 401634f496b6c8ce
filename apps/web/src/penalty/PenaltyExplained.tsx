import type { Schemas } from '@fundguard/client';
import { Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { MoneyText } from '../parts/MoneyText';

interface Props {
  readonly penalty: Schemas['Penalty'];
  /** The version of the law it was reckoned by; left out for the party. */
  readonly law?: string;
}

/** A penalty line by line, as it may be pasted into the decision. */
export function PenaltyExplained({ penalty, law }: Props) {
  const { t } = useTranslation(['cases', 'domain']);
  const rows = [
    [t('domain:field.breach'), t(`domain:value.breach.${penalty.breach}`)],
    [t('clocks.article'), penalty.article],
    [t('domain:field.multiple'), `× ${penalty.multiple / 100}`],
    [t('domain:value.ledger.refund'), <MoneyText key="refund" fen={penalty.refund} inWords />],
    [t('domain:value.ledger.fine'), <MoneyText key="fine" fen={penalty.fine} inWords />],
    ...(law ? [[t('law'), law] as const] : []),
  ] as const;
  return (
    <>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={rows.map(([label, children]) => ({ key: label, label, children }))}
      />
      <ol>
        {penalty.explanation.map((line) => (
          <li key={line.zh}>
            <Typography.Text copyable>{said(line)}</Typography.Text>
          </li>
        ))}
      </ol>
    </>
  );
}
