export const STEPS = ['template', 'dates', 'scope', 'rehearsal'] as const;
export type Step = (typeof STEPS)[number];

/** The wizard as its address holds it: a reload, a link and the browser's back lose nothing. */
export interface WizardSearch {
  readonly step?: Step;
  readonly plan?: string;
  readonly start?: string;
  readonly end?: string;
  /** Days of the plan that were chosen: `phases.self-check.end=2026-06-30`, joined by commas. */
  readonly dates?: string;
  readonly region?: string;
  /** The campaign above, or the one it is a part of. */
  readonly parent?: string;
  /** The campaign it looks back on. */
  readonly predecessor?: string;
  /** The share that is late, in hundredths. */
  readonly late?: number;
  readonly seed?: number;
  /** The day the rehearsal has come to. */
  readonly on?: string;
  readonly view?: 'list';
  /** The campaign that was drafted. */
  readonly created?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SEEDS = 2 ** 32 - 1;

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const day = (value: unknown): string | undefined => (DAY.test(word(value) ?? '') ? (value as string) : undefined);
const whole = (value: unknown, most: number): number | undefined => {
  const found = Number(value);
  return value !== undefined && Number.isInteger(found) && found >= 0 && found <= most ? found : undefined;
};

/** What an address says, and nothing that is not the wizard's. */
export function wizardSearch(search: Record<string, unknown>): WizardSearch {
  const found = {
    step: STEPS.find((step) => step === search['step']),
    plan: word(search['plan']),
    start: day(search['start']),
    end: day(search['end']),
    dates: word(search['dates']),
    region: word(search['region']),
    parent: word(search['parent']),
    predecessor: word(search['predecessor']),
    late: whole(search['late'], 100),
    seed: whole(search['seed'], SEEDS),
    on: day(search['on']),
    view: search['view'] === 'list' ? ('list' as const) : undefined,
    created: word(search['created']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
