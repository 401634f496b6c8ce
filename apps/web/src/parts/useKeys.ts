import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';

/** Single keys for a page. They rest while somebody types, or while a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as Element;
      const isTyping =
        target.closest(TYPING) !== null || document.querySelector('.ant-modal-wrap:not([style*="none"])') !== null;
      const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const run = now.current[name];
      if (isTyping || !run || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
