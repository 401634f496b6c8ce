import { useSyncExternalStore } from 'react';

let isAsked = false;

function watch(changed: () => void): () => void {
  const media = window.matchMedia('print');
  const begin = () => {
    isAsked = true;
    changed();
  };
  const end = () => {
    isAsked = false;
    changed();
  };
  media.addEventListener('change', changed);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    media.removeEventListener('change', changed);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** While the page goes to paper: what a screen draws in part, or in the dark, is drawn whole and light. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(watch, () => isAsked || window.matchMedia('print').matches);
