import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';

const remembered = 'lantoa.theme';
const listeners = new Set<() => void>();
const night = window.matchMedia('(prefers-color-scheme: dark)');

function chosen(): Theme {
  const kept = localStorage.getItem(remembered);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function apply(): void {
  const theme = chosen();
  const dark = theme === 'dark' || (theme === 'system' && night.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(remembered, theme);
  apply();
}

/** Puts the theme on the page before anything is drawn, and follows the device. */
export function restoreTheme(): void {
  night.addEventListener('change', apply);
  apply();
}

export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosen);
