import type { ShownIn } from '#lib/format.ts';
import { fill } from '../texts/fill.ts';
import vi from '../texts/vi/answer.ts';

/** The words of this page alone: the app's own catalogue would weigh more than the page. */
type Words = typeof vi;
export type Word = keyof Words;
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Params<W extends Word> = [Names<Words[W]>] extends [never] ? [] : [Record<Names<Words[W]>, string | number>];

let words: Record<Word, string> = vi;
let language: ShownIn = 'vi';

/** Turns the page to a language; English comes from the server only where it is wanted. */
export async function speak(wanted: ShownIn): Promise<void> {
  if (wanted === language) return;
  words = wanted === 'en' ? (await import('../texts/en/answer.ts')).default : vi;
  language = wanted;
  document.documentElement.lang = wanted;
  document.title = `${say('title')} · Lan Tỏa`;
}

export const spoken = (): ShownIn => language;

/** What the browser asks for: the language of people whom we do not know. */
export const browserLanguage = (): ShownIn =>
  navigator.languages.find((tag) => /^(vi|en)\b/i.test(tag))?.startsWith('en') ? 'en' : 'vi';

export function say<W extends Word>(word: W, ...[params]: Params<W>): string {
  return params ? fill(words[word], params) : words[word];
}
