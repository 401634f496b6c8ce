import type { ReactNode } from 'react';
import { PeoplePicker } from '../acts/pickers';
import { OutsidersInput } from './OutsidersInput';
import {
  BriefingChannelPicker,
  FinishedVisitsPicker,
  ParticipantsPicker,
  PublishedDrawPicker,
  TypicalCasePicker,
} from './pickers';
import type { Work, WorkForm, WorkKind } from './queries';
import { VerdictsInput } from './VerdictsInput';

/** Controls of what a record of work says, by field. */
export const controlsFor = (campaign: string, kind: WorkKind, form: WorkForm): Readonly<Record<string, ReactNode>> => ({
  ...(kind === 'briefing' ? { channel: <BriefingChannelPicker /> } : {}),
  accounts: <PeoplePicker multiple />,
  others: <OutsidersInput />,
  verdicts: <VerdictsInput dimensions={form.dimensions} />,
  draw: <PublishedDrawPicker campaign={campaign} />,
  visits: <FinishedVisitsPicker campaign={campaign} />,
  typicalCase: <TypicalCasePicker />,
  units: <ParticipantsPicker campaign={campaign} />,
});

/** What this kind does not say is not asked for: the form leaves out what is fixed, and nothing is sent for it. */
export function leftOut(kind: WorkKind, { kinds }: WorkForm): Readonly<Record<string, undefined>> {
  const own = new Set<string>(kinds.find((each) => each.kind === kind)?.own);
  const all = new Set<string>(kinds.flatMap((each) => each.own));
  return Object.fromEntries([...all].filter((field) => !own.has(field)).map((field) => [field, undefined]));
}

/** A record as its form holds it. */
export const asEntered = ({ accounts, draw, visits, typicalCase, heldOn, plannedOn, ...told }: Work) => ({
  ...told,
  heldOn: heldOn ?? plannedOn,
  accounts: accounts.map(({ id }) => id),
  ...(told.verdicts.length > 0 ? {} : { verdicts: undefined }),
  ...(draw ? { draw: draw.id } : {}),
  ...(visits.length > 0 ? { visits: visits.map(({ id }) => id) } : {}),
  ...(typicalCase ? { typicalCase: typicalCase.id } : {}),
});
