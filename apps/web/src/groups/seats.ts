import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import type { Group } from './queries';

/** What a seat is called: by the plan's words for it, or by its kind. */
export function useSeatName(): (group: Pick<Group, 'seats'>, seat: string) => string {
  const { t } = useTranslation('groups');
  return ({ seats }, seat) => {
    const kind = t(`seat-kind.${seat.split('.')[0] ?? ''}`);
    const words = seats.find(({ id }) => id === seat)?.words;
    return words ? `${kind}（${words}）` : kind;
  };
}

/** The vacant seats of all groups, each with its group. */
export function useVacancies(): (groups: readonly Group[]) => string[] {
  const seatName = useSeatName();
  return (groups) =>
    groups.flatMap((group) => group.vacant.map(({ id }) => `${said(group.name)} ${seatName(group, id)}`));
}
