import { Flex, Typography, theme } from 'antd';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { DueText } from '../parts/DueText';
import { MoneyText } from '../parts/MoneyText';
import { StateTag } from '../parts/StateTag';
import type { Matter } from './queries';
import { keyOf } from './selection';

interface Props {
  readonly matters: readonly Matter[];
  readonly at: string | undefined;
  /** Counting down: decided, and not sent yet. */
  readonly pending: string | undefined;
  readonly onChoose: (matter: Matter) => void;
}

/** What waits, the earliest deadline first. Refund and fine stand apart: they go to two ledgers. */
export function MatterList({ matters, at, pending, onChoose }: Props) {
  const { t } = useTranslation(['approvals', 'domain']);
  const { colorBorderSecondary, colorPrimary, colorPrimaryBg } = theme.useToken().token;
  const colours = { '--line': colorBorderSecondary, '--chosen': colorPrimary, '--chosen-ground': colorPrimaryBg };
  return (
    <nav aria-label={t('list')} className="approvals-list" style={colours as CSSProperties}>
      {matters.map((matter) => {
        const { kind, title, number, act, refund, fine, reward, due, own } = matter;
        const key = keyOf(matter);
        return (
          <button
            key={key}
            type="button"
            className="approvals-line"
            aria-current={key === at}
            onClick={() => onChoose(matter)}
          >
            <Flex vertical gap={4}>
              <Flex wrap gap="small" justify="space-between">
                <StateTag tone="warning">{t(`kind.${kind}`)}</StateTag>
                {due ? <DueText due={due} /> : <Typography.Text type="secondary">{t('no-due')}</Typography.Text>}
              </Flex>
              <strong className="break">{title}</strong>
              <Typography.Text type="secondary">{number}</Typography.Text>
              <Flex wrap gap="small">
                {fine !== null && (
                  <span>
                    {t('fine')} <MoneyText fen={fine} />
                  </span>
                )}
                {reward !== null && (
                  <span>
                    {t('reward')} <MoneyText fen={reward} />
                  </span>
                )}
                {refund !== null && (
                  <span>
                    {t('refund')} <MoneyText fen={refund} />
                  </span>
                )}
              </Flex>
              <Flex wrap gap="small" justify="space-between">
                <span>
                  {t('asked')} {t(`domain:act.${act}`)}
                </span>
                {own && <StateTag tone="quiet">{t('own.short')}</StateTag>}
                {key === pending && <StateTag tone="active">{t('undo.short')}</StateTag>}
              </Flex>
            </Flex>
          </button>
        );
      })}
    </nav>
  );
}
