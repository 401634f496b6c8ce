import { Alert, Badge, Button, Empty, Flex, Input, Modal, Tag, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/ActForm';
import type { Campaign, UnitRow } from './queries';
import { chasedLately, tallyOf } from './states';
import type { Basket } from './useBasket';

interface Props {
  readonly campaign: Campaign;
  readonly rows: readonly UnitRow[];
  readonly basket: Basket;
  /** Why nobody can be chased as the campaign stands. */
  readonly withheld: string | undefined;
  readonly onSent: () => void;
}

/** 催办篮: who is in it, what they will read, and the asking again before it is sent. */
export function ChaseBasket({ campaign, rows, basket, withheld, onSent }: Props) {
  const { t } = useTranslation('progress');
  const [isOpen, setOpen] = useState(false);
  const picked = rows.filter(({ unit }) => basket.chosen.has(unit));
  const sent = () => {
    setOpen(false);
    basket.empty();
    onSent();
  };
  return (
    <>
      <Tooltip title={withheld}>
        <Badge count={picked.length} overflowCount={9_999}>
          <Button type="primary" disabled={withheld !== undefined} onClick={() => setOpen(true)}>
            {t('basket.title')}
          </Button>
        </Badge>
      </Tooltip>
      <Modal title={t('basket.title')} open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        {picked.length === 0 ? (
          <Empty description={t('basket.empty')} />
        ) : (
          <Chasing campaign={campaign} picked={picked} basket={basket} onSent={sent} />
        )}
      </Modal>
    </>
  );
}

const NAMED = 30;

interface ChasingProps {
  readonly campaign: Campaign;
  readonly picked: readonly UnitRow[];
  readonly basket: Basket;
  readonly onSent: () => void;
}

function Chasing({ campaign, picked, basket, onSent }: ChasingProps) {
  const { t } = useTranslation('progress');
  const lately = picked.filter((row) => chasedLately(row)).length;
  const idle = picked.filter((row) => tallyOf(row).overdue + tallyOf(row).awaited === 0).length;
  return (
    <>
      <Flex wrap gap={4} style={{ marginBlockEnd: 12 }}>
        {picked.slice(0, NAMED).map(({ unit, name }) => (
          <Tag key={unit} closable onClose={() => basket.toggle(unit)}>
            {name}
          </Tag>
        ))}
        {picked.length > NAMED && <Tag>{t('basket.more', { count: picked.length - NAMED })}</Tag>}
      </Flex>
      <Flex justify="space-between" align="center" style={{ marginBlockEnd: 12 }}>
        <Typography.Text strong>{t('basket.count', { count: picked.length })}</Typography.Text>
        <Button size="small" onClick={basket.empty}>
          {t('basket.clear')}
        </Button>
      </Flex>
      {lately + idle > 0 && (
        <Alert type="warning" showIcon title={t('basket.will-skip', { lately, idle })} style={{ marginBlockEnd: 12 }} />
      )}
      <ActForm
        act="chaseUnits"
        id={campaign.id}
        fixed={{ units: picked.map(({ unit }) => unit) }}
        controls={{ message: <Message campaign={campaign.name} first={picked[0]} /> }}
        submitLabel={t('basket.send', { count: picked.length })}
        onDone={onSent}
      />
    </>
  );
}

interface MessageProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly campaign: string;
  readonly first: UnitRow | undefined;
}

const LONGEST = 500;

/** The message, and below it what the first unit will read. */
function Message({ id, value, onChange, campaign, first }: MessageProps) {
  const { t } = useTranslation('progress');
  const message = value?.trim();
  const owed = first ? tallyOf(first) : { overdue: 0, awaited: 0 };
  return (
    <>
      <Input.TextArea
        {...(id ? { id } : {})}
        value={value ?? ''}
        maxLength={LONGEST}
        showCount
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t('basket.placeholder')}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <Alert
        type="info"
        style={{ marginBlockStart: 24 }}
        title={t('basket.preview', { name: first?.name ?? '' })}
        description={
          <>
            <div className="break" data-testid="preview">
              {t(message ? 'basket.text' : 'basket.text-plain', { campaign, message, ...owed })}
            </div>
            <Typography.Text type="secondary">{t('basket.channels')}</Typography.Text>
          </>
        }
      />
    </>
  );
}
