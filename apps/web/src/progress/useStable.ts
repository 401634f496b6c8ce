import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same while what it does may change, so that lines are not drawn anew because of it. */
export function useStable<Given extends unknown[]>(does: (...given: Given) => void): (...given: Given) => void {
  const now = useRef(does);
  useEffect(() => {
    now.current = does;
  });
  return useCallback((...given: Given) => now.current(...given), []);
}
