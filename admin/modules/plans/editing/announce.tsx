import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Says to screen readers what a key has done; the eye sees it anyway. */
export function announce(text: string): void {
  // The same words twice are said twice.
  said = said === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function Announcements() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <div role="status" className="sr-only">
      {text}
    </div>
  );
}
