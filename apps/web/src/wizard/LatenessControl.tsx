import { Button, Flex, Slider } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wizard } from './wizard';

/** What if so many were late: who is late is drawn from a number, so that it can be shown again. */
export function LatenessControl({
  late,
  seed,
  change,
}: Pick<Wizard, 'change'> & { readonly late: number; readonly seed: number }) {
  const { t } = useTranslation('wizard');
  const [moving, setMoving] = useState<number>();
  const label = t('late.label', { share: moving ?? late });
  return (
    <Flex wrap gap="middle" align="center" className="wizard-late">
      <span id="wizard-late">{label}</span>
      <Slider
        value={moving ?? late}
        step={10}
        ariaLabelForHandle={t('late.what')}
        ariaValueTextFormatterForHandle={(value) => `${value}%`}
        tooltip={{ formatter: (value) => `${value}%` }}
        onChange={setMoving}
        onChangeComplete={(value) => {
          setMoving(undefined);
          change({ late: value });
        }}
        style={{ flex: '1 1 160px', maxWidth: 320 }}
      />
      <Button disabled={late === 0 || late === 100} onClick={() => change({ seed: seed + 1 })}>
        {t('late.others')}
      </Button>
    </Flex>
  );
}
