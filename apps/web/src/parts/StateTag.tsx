import { Tag } from 'antd';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'warning' | 'bad' | 'active' | 'quiet';

const LOOKS: Record<Tone, { readonly glyph: string; readonly color: string }> = {
  good: { glyph: '✓', color: 'success' },
  warning: { glyph: '△', color: 'warning' },
  bad: { glyph: '✕', color: 'error' },
  active: { glyph: '●', color: 'processing' },
  quiet: { glyph: '○', color: 'default' },
};

/** A state: colour, glyph and word, so that it can be read without the colour. */
export function StateTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const { glyph, color } = LOOKS[tone];
  return (
    <Tag color={color} className="state">
      <span aria-hidden>{glyph}</span> {children}
    </Tag>
  );
}
