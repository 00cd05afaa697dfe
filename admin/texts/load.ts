import { useSyncExternalStore } from 'react';
import {
  currentLanguage,
  isLoaded,
  type Language,
  onLanguage,
  provideTexts,
  switchLanguage,
  type TextModule,
  t,
} from './texts.ts';

type TextFile = { default: Record<string, string> };
const files = import.meta.glob<TextFile>(['./vi/*.ts', './en/*.ts', '!./vi/ui.ts', '!**/*.test.ts']);
const wanted = new Set<TextModule>(['ui']);
const remembered = 'lantoa.language';

/** Brings the words of the modules a page speaks with; a page's loader awaits it. */
export async function loadTexts(...modules: TextModule[]): Promise<void> {
  for (const module of modules) wanted.add(module);
  await bring(modules, currentLanguage());
}

async function bring(modules: Iterable<TextModule>, of: Language): Promise<void> {
  await Promise.all(
    [...modules].map(async (module) => {
      if (isLoaded(module, of)) return;
      const file = await files[`./${of}/${module}.ts`]?.();
      if (file) provideTexts(module, of, file.default);
    }),
  );
}

/** Changes the language for this person on this machine. */
export async function chooseLanguage(to: Language): Promise<void> {
  await bring(wanted, to);
  localStorage.setItem(remembered, to);
  document.documentElement.lang = to;
  switchLanguage(to);
}

export async function restoreLanguage(): Promise<void> {
  if (localStorage.getItem(remembered) === 'en') await chooseLanguage('en');
}

export const hasChosenLanguage = (): boolean => localStorage.getItem(remembered) !== null;

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}

/** `t` for components: they are drawn again when the language changes. */
export function useT(): typeof t {
  useLanguage();
  return t;
}
