import { z } from 'zod';
import { type ClockRule, clockRule } from './clock.js';
import { circumstance, tier } from './discretion.js';
import { penaltyBand } from './band.js';

const heading = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d{1,4}$/),
  jurisdiction: z.string(),
  effectiveFrom: z.iso.date(),
  effectiveUntil: z.iso.date().optional().meta({ description: 'The last day; open where it is left out' }),
  /** The same law, read better: files that began under the earlier version keep it, new ones take this. */
  replaces: z.string().optional(),
  source: z.string(),
};

/** A jurisdiction's parameters, valid from a day. A case pins the pack it began with. */
export const lawPack = z
  .strictObject({
    ...heading,
    version: z.string().meta({ description: 'With the local pack it goes with: `2+liaoning@1`' }),
    clocks: z.array(clockRule).min(1),
    penalties: z.array(penaltyBand).min(1),
    circumstances: z.array(circumstance).default([]),
    discretion: z.array(tier).default([]).meta({ description: '裁量基准; none where a place published none' }),
  })
  .meta({ id: 'LawPack' });
export type LawPack = z.infer<typeof lawPack>;

/** What a province or a city says otherwise, or says where the national law leaves it open. */
export const localPack = z
  .strictObject({
    ...heading,
    region: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ description: 'Code of the region it holds in, and below' }),
    clocks: z.array(clockRule).default([]).meta({ description: 'Each in place of the national rule of its id' }),
    circumstances: z.array(circumstance).default([]),
    discretion: z.array(tier).default([]),
  })
  .meta({ id: 'LocalPack' });
export type LocalPack = z.infer<typeof localPack>;

/** National law as it is applied in a place. Its reference names both. */
export function withLocal(national: LawPack, local: LocalPack): LawPack {
  const own = new Map(local.clocks.map((rule) => [rule.id, rule]));
  return {
    ...national,
    version: `${national.version}+${local.id}@${local.version}`,
    jurisdiction: local.jurisdiction,
    clocks: [
      ...national.clocks.map((rule) => own.get(rule.id) ?? rule),
      ...local.clocks.filter(({ id }) => national.clocks.every((rule) => rule.id !== id)),
    ],
    circumstances: [...national.circumstances, ...local.circumstances],
    discretion: local.discretion.length > 0 ? local.discretion : national.discretion,
  };
}

/** An older pack, with the rules it did not know yet from a newer one: procedure follows the law of the day it is done on. */
export const completedBy = (pinned: LawPack, newer: LawPack): LawPack => ({
  ...pinned,
  clocks: [...pinned.clocks, ...newer.clocks.filter(({ id }) => pinned.clocks.every((rule) => rule.id !== id))],
  ...(newer.replaces === pinned.version ? substance(pinned, newer) : {}),
});

/** Where the newer one only reads the same law better, also the breaches the older one left out. */
const substance = (pinned: LawPack, newer: LawPack): Pick<LawPack, 'penalties' | 'circumstances'> => ({
  penalties: [
    ...pinned.penalties,
    ...newer.penalties.filter(({ breach }) => pinned.penalties.every((band) => band.breach !== breach)),
  ],
  circumstances: pinned.circumstances.length > 0 ? pinned.circumstances : newer.circumstances,
});

export const lawReference = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  `${id}@${version}`;

export function clockRuleOf(law: LawPack, id: string): ClockRule {
  const rule = law.clocks.find((each) => each.id === id);
  if (!rule) throw new Error(`the law pack ${law.id} has no clock ${id}`);
  return rule;
}
