import { Card, Descriptions, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { ClockLine } from '../cases/ClockLine';
import { StateTag, type Tone } from '../parts/StateTag';
import type { TransferLine } from './queries';

const TONES: Readonly<Record<string, Tone>> = {
  delivered: 'warning',
  acknowledged: 'active',
  accepted: 'good',
  declined: 'quiet',
  returned: 'quiet',
};

/** What the authority does next with a transfer. */
const NEXT: Readonly<Record<string, ActName>> = { delivered: 'acknowledgeTransfer', acknowledged: 'answerTransfer' };

export function TransferCard({ transfer }: { readonly transfer: TransferLine }) {
  const { t } = useTranslation(['transfers', 'domain']);
  const { id, number, title, status, grounds, receipt, answer, clocks, version } = transfer;
  const next = NEXT[status];
  const items = [
    [t('number'), number],
    [t('domain:field.grounds'), grounds],
    ...(receipt ? [[t('domain:field.receipt'), receipt] as const] : []),
    ...(answer ? [[t('domain:field.answer'), answer] as const] : []),
  ] as const;
  return (
    <Card
      title={
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0, whiteSpace: 'normal' }} className="break">
          {title}
        </Typography.Title>
      }
      extra={<StateTag tone={TONES[status] ?? 'active'}>{t(`domain:transferStatus.${status}`)}</StateTag>}
    >
      <Flex vertical gap="small">
        {clocks.map((clock) => (
          <ClockLine key={clock.clock} clock={clock} />
        ))}
        <Descriptions
          bordered
          size="small"
          column={1}
          items={items.map(([label, text]) => ({
            key: label,
            label,
            children: (
              <span className="break" style={{ whiteSpace: 'pre-wrap' }}>
                {text}
              </span>
            ),
          }))}
        />
        <Typography.Text type="secondary">{t(`next.${status}`)}</Typography.Text>
        {next && (
          <div>
            <ActButton act={next} id={transfer.case} version={version} fixed={{ transfer: id }} type="primary" />
          </div>
        )}
      </Flex>
    </Card>
  );
}
