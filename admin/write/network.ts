const AGAIN = 10_000;

/** Resolves when it is worth trying again: the browser says so, the page is looked at, or some seconds have passed. */
export function networkBack(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      document.removeEventListener('visibilitychange', go);
      resolve();
    };
    const timer = setTimeout(go, AGAIN);
    addEventListener('online', go);
    document.addEventListener('visibilitychange', go);
  });
}

/**
 * Does something while no other window of this browser does it; tells whether it was done. Where the browser has no locks
 * it is done: ids see to it that nothing happens twice.
 */
export async function alone(name: string, act: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await act();
    return true;
  }
  return await navigator.locks.request(`viet ${name}`, { ifAvailable: true }, async (lock) => {
    if (lock) await act();
    return lock !== null;
  });
}
