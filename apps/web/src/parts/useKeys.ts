import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';

const COVERED = '.ant-modal-wrap:not([style*="none"]), .ant-drawer-open';

/** Single keys for a page. They rest while somebody types, or while a dialog or drawer lies over it. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as Element;
      const isTyping = target.closest(TYPING) !== null || document.querySelector(COVERED) !== null;
      const name = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
      // Space presses the button that has the focus.
      if (name === 'Space' && target.closest('button, a, summary, [role="button"], [role="tab"]')) return;
      const run = now.current[name];
      if (isTyping || !run || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
