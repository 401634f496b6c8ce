import type { Tone } from '../parts/StateTag';
import type { Kind } from './queries';

/** Glyph and tone of what a rehearsal shows; its word is `kind.<name>`. */
export const KINDS: Readonly<Record<Kind, { readonly glyph: string; readonly tone: Tone; readonly word: string }>> = {
  'phase.start': { glyph: '▷', tone: 'active', word: 'phaseStart' },
  'phase.end': { glyph: '■', tone: 'active', word: 'phaseEnd' },
  'nominal-end': { glyph: '◎', tone: 'active', word: 'nominalEnd' },
  reminder: { glyph: '○', tone: 'quiet', word: 'reminder' },
  due: { glyph: '◆', tone: 'active', word: 'due' },
  overdue: { glyph: '✕', tone: 'bad', word: 'overdue' },
  escalation: { glyph: '▲', tone: 'warning', word: 'escalation' },
  closed: { glyph: '●', tone: 'active', word: 'closed' },
};
export const KIND_NAMES = Object.keys(KINDS) as Kind[];
