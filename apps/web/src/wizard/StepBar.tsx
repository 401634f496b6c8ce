import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { STEPS, type Step } from './search';

interface Props {
  readonly now: Step;
  /** How many steps are open. */
  readonly reach: number;
  readonly onChoose: (step: Step) => void;
}

/** Where one is, and the way to the other steps. */
export function StepBar({ now, reach, onChoose }: Props) {
  const { t } = useTranslation('wizard');
  return (
    <nav aria-label={t('steps')}>
      <ol className="wizard-steps">
        {STEPS.map((step, index) => (
          <li key={step}>
            <Button
              type={step === now ? 'primary' : 'default'}
              block
              disabled={index >= reach}
              {...(step === now ? { 'aria-current': 'step' as const } : {})}
              onClick={() => onChoose(step)}
            >
              {index + 1}. {t(`step.${step}`)}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
