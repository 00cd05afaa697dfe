/** What the app has put down on this device; null also where the browser keeps nothing. */
export function deviceHas(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Night and day as the app has them on this device. */
export function restoreTheme(): void {
  const chosen = deviceHas('lantoa.theme');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
