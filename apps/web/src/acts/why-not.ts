import type { Schemas } from '@fundguard/client';
import { said } from '../locales';

/** Why an act cannot be done as things stand, with the article where there is one; undefined when it can. */
export const whyNot = (withheld: Schemas['Offer']['withheld']): string | undefined =>
  withheld && [said(withheld), withheld.article].filter(Boolean).join(' ');
