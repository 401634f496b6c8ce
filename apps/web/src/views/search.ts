export type Search = Readonly<Record<string, string | undefined>>;

/** The filters that are set. */
export const filtersOf = (search: Search): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])));

const asText = (search: Search): string =>
  JSON.stringify(Object.entries(filtersOf(search)).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Whether two searches ask for the same, in whatever order they say it. */
export const isSame = (one: Search, other: Search): boolean => asText(one) === asText(other);
