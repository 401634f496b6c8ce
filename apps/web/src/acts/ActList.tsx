import type { Schemas } from '@fundguard/client';
import { Collapse, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { ActButton, type ActButtonProps } from './ActButton';
import type { ActName } from './schema';

interface Props {
  /** Its `acts` say what the list is called, and that it is empty. */
  readonly namespace: 'cases' | 'campaigns';
  readonly offers: readonly Schemas['Offer'][];
  readonly version: number;
  readonly id: string;
  /** What is the act's own: how its button looks, what its form knows. */
  readonly propsOf: (act: string, place: number) => Omit<ActButtonProps, 'act' | 'id' | 'version' | 'withheld'>;
}

/** What a person may do to a file now; and, folded away, what not yet, each with the reason and the article. */
export function ActList({ namespace, offers, id, version, propsOf }: Props) {
  const { t } = useTranslation(namespace);
  const now = offers.filter(({ withheld }) => !withheld);
  const later = offers.filter(({ withheld }) => withheld);
  const buttonOf = ({ act }: Schemas['Offer'], place: number) => ({
    ...propsOf(act, place),
    act: act as ActName,
    id,
    version,
  });
  return (
    <section aria-label={t('acts.title')} className="no-print" style={{ marginBlockEnd: 16 }}>
      <Flex wrap gap="small" align="center">
        {now.length === 0 && <Typography.Text type="secondary">{t('acts.none')}</Typography.Text>}
        {now.map((offer, place) => (
          <ActButton key={offer.act} {...buttonOf(offer, place)} />
        ))}
      </Flex>
      {later.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'later',
              label: t('acts.later', { count: later.length }),
              children: (
                <Flex vertical gap="small">
                  {later.map(({ withheld, ...offer }) => (
                    <Flex key={offer.act} wrap gap="small" align="center">
                      <ActButton {...buttonOf(offer, -1)} type="default" withheld={withheld && said(withheld)} />
                      <Typography.Text type="secondary">
                        {withheld && said(withheld)} {withheld?.article}
                      </Typography.Text>
                    </Flex>
                  ))}
                </Flex>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
