import { Typography } from 'antd';
import { capitals, type Fen, yuan } from './money';

/** An amount in 元, with 大写 below it where a document would have it. */
export function MoneyText({ fen, inWords = false }: { readonly fen: Fen; readonly inWords?: boolean }) {
  const amount = <span className="money">¥ {yuan(fen)}</span>;
  if (!inWords) return amount;
  return (
    <span>
      {amount}
      <br />
      <Typography.Text type="secondary">{capitals(fen)}</Typography.Text>
    </span>
  );
}
