import type { Schemas } from '@fundguard/client';
import { Collapse, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog, type ActOffer, ActOpener } from './ActButton';
import type { ActName } from './schema';
import { whyNot } from './why-not';

interface Props {
  /** Its `acts` say what the list is called, and that it is empty. */
  readonly namespace:
    | 'cases'
    | 'campaigns'
    | 'draws'
    | 'leads'
    | 'pool'
    | 'problems'
    | 'self-checks'
    | 'tables'
    | 'visits'
    | 'typical'
    | 'closing'
    | 'rules'
    | 'work'
    | 'credit';
  readonly offers: readonly Schemas['Offer'][];
  readonly version: number;
  readonly id: string;
  /** What is the act's own: how its button looks, what its form knows. */
  readonly propsOf: (act: string, place: number) => Omit<ActOffer, 'act' | 'id' | 'version' | 'withheld'>;
}

/**
 * What a person may do to a file now; and, folded away, what not yet, each with the reason and the article. The form belongs
 * to the list: what somebody else does meanwhile moves buttons, and must not close it.
 */
export function ActList({ namespace, offers, id, version, propsOf }: Props) {
  const { t } = useTranslation(namespace);
  const [opened, setOpened] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const open = (act: string) => {
    setOpened(act);
    setOpen(true);
  };
  const now = offers.filter(({ withheld }) => !withheld);
  const later = offers.filter(({ withheld }) => withheld);
  const offerOf = (act: string, place: number): ActOffer => {
    const withheld = offers.find((each) => each.act === act)?.withheld;
    return { ...propsOf(act, place), act: act as ActName, id, version, withheld: whyNot(withheld) };
  };
  return (
    <section aria-label={t('acts.title')} className="no-print" style={{ marginBlockEnd: 16 }}>
      <Flex wrap gap="small" align="center">
        {now.length === 0 && <Typography.Text type="secondary">{t('acts.none')}</Typography.Text>}
        {now.map(({ act }, place) => (
          <ActOpener key={act} offer={offerOf(act, place)} onOpen={() => open(act)} />
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
                  {later.map(({ act, withheld }) => (
                    <Flex key={act} wrap gap="small" align="center">
                      <ActOpener offer={{ ...offerOf(act, -1), type: 'default' }} onOpen={() => open(act)} />
                      <Typography.Text type="secondary">{whyNot(withheld)}</Typography.Text>
                    </Flex>
                  ))}
                </Flex>
              ),
            },
          ]}
        />
      )}
      {opened && <ActDialog offer={offerOf(opened, -1)} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </section>
  );
}
