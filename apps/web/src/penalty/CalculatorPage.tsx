import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeadlineCalculator } from '../law/DeadlineCalculator';
import { PageShell } from '../parts/PageShell';
import { Calculator, type Inputs } from './Calculator';
import type { Breach } from './queries';

const BREACHES: readonly string[] = ['misuse', 'fraud', 'individual-misuse', 'individual-fraud'];

/** 处罚计算 without a case. The address holds what was typed, so that a link shows the same figures. */
export function CalculatorPage() {
  const { t } = useTranslation(['penalty', 'shell', 'law']);
  const { breach, purpose, of, ...figures } = useSearch({ from: '/app/calculator' });
  // The router reads bare digits of an address as numbers.
  const [amount, multiple] = [String(figures.amount ?? ''), String(figures.multiple ?? '')];
  const navigate = useNavigate();
  const initial: Inputs = {
    breach: (breach && BREACHES.includes(breach) ? breach : 'fraud') as Breach,
    fraudulentPurpose: purpose === 'yes',
    ...(/^\d{1,15}$/.test(amount) ? { amount } : {}),
    multiple: /^\d{1,3}(\.\d{1,2})?$/.test(multiple) ? Number(multiple) : 2,
  };
  const keep = (inputs: Inputs) =>
    void navigate({
      to: '/calculator',
      replace: true,
      search: {
        breach: inputs.breach,
        ...(inputs.fraudulentPurpose ? { purpose: 'yes' } : {}),
        ...(inputs.amount ? { amount: `${inputs.amount}` } : {}),
        ...(inputs.multiple === undefined ? {} : { multiple: `${inputs.multiple}` }),
      },
    });
  return (
    <PageShell title={t('shell:place.calculator')}>
      <Tabs
        activeKey={of === 'deadline' ? 'deadline' : 'penalty'}
        onChange={(chosen) =>
          void navigate({ to: '/calculator', replace: true, search: chosen === 'deadline' ? { of: chosen } : {} })
        }
        items={[
          {
            key: 'penalty',
            label: t('law:tab.penalty'),
            children: (
              <>
                <Typography.Paragraph type="secondary">{t('calculator')}</Typography.Paragraph>
                <Calculator initial={initial} onChange={keep} />
              </>
            ),
          },
          {
            key: 'deadline',
            label: t('law:tab.deadline'),
            children: (
              <>
                <Typography.Paragraph type="secondary">{t('law:deadline-note')}</Typography.Paragraph>
                <DeadlineCalculator />
              </>
            ),
          },
        ]}
      />
    </PageShell>
  );
}
