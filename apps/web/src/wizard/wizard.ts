import type { Scope } from './scope';
import type { WizardSearch } from './search';

type Given = Required<Pick<WizardSearch, 'start' | 'region' | 'late' | 'seed'>>;

/** What the steps share. */
export interface Wizard {
  readonly asked: WizardSearch & Given;
  /** Changes the address; `push` leaves a step to come back to. Undefined takes a part away. */
  readonly change: (
    part: { readonly [Name in keyof WizardSearch]?: WizardSearch[Name] | undefined },
    push?: boolean,
  ) => void;
  readonly scope: Scope;
  readonly changeScope: (part: Partial<Scope>) => void;
  readonly dropScope: () => void;
  /** What the API said against the fields when it was to draft. */
  readonly refused: Readonly<Record<string, string>>;
  readonly refuse: (fields: Readonly<Record<string, string>>) => void;
}
