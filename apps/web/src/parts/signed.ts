import i18next from 'i18next';

interface Signature {
  readonly name: string;
  readonly actingFor?: { readonly name: string };
}

/** Who did it: of a deputy both names, `李某（代 张某）`. */
export const signed = ({ name, actingFor }: Signature): string =>
  actingFor ? i18next.t('shell:signed-for', { name, principal: actingFor.name }) : name;
