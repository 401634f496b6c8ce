import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { STEPS, type Step } from './search';
import type { Wizard } from './wizard';

interface Props extends Pick<Wizard, 'change'> {
  readonly now: Step;
  /** Why one cannot go on yet is said at its field. */
  readonly blocked?: boolean;
}

export function StepFoot({ now, blocked = false, change }: Props) {
  const { t } = useTranslation('wizard');
  const index = STEPS.indexOf(now);
  const [back, next] = [STEPS[index - 1], STEPS[index + 1]];
  return (
    <Flex gap="small" justify="space-between" className="wizard-foot no-print">
      {back ? <Button onClick={() => change({ step: back }, true)}>{t('back')}</Button> : <span />}
      {next && (
        <Button type="primary" disabled={blocked} onClick={() => change({ step: next }, true)}>
          {t('next', { step: t(`step.${next}`) })}
        </Button>
      )}
    </Flex>
  );
}
