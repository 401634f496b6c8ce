import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../parts/StateTag';
import { KINDS } from './kinds';
import type { Kind } from './queries';

const COLORS: Record<Tone, string> = {
  good: 'success',
  warning: 'warning',
  bad: 'error',
  active: 'processing',
  quiet: 'default',
};

/** What fires: glyph, word and colour. */
export function KindTag({ kind, count }: { readonly kind: Kind; readonly count?: number }) {
  const { t } = useTranslation('wizard');
  const { glyph, tone, word } = KINDS[kind];
  return (
    <Tag color={COLORS[tone]} className="state">
      <span aria-hidden>{glyph}</span> {t(`kind.${word}`)}
      {count === undefined ? '' : ` ${count}`}
    </Tag>
  );
}
