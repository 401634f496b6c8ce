import { useNavigate } from '@tanstack/react-router';
import type { ProgressSearch } from './queries';

/** Asks the page for something else: filters, view and what is open live in the address. */
export function useAsk(id: string) {
  const navigate = useNavigate();
  return ({ view, ...search }: ProgressSearch) =>
    void navigate({
      to: '/campaigns/$id/units',
      params: { id },
      search: { ...search, ...(view === 'table' ? { view } : {}) },
      resetScroll: false,
    });
}

export const without = (search: ProgressSearch, ...names: (keyof ProgressSearch)[]): ProgressSearch =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name as keyof ProgressSearch)));
