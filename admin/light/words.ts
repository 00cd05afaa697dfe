import type { ShownIn } from '#lib/format.ts';
import { fill } from '../texts/fill.ts';
import vi from '../texts/vi/light.ts';

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Plain}:${string}` ? Plain : Name) | Names<Rest>
  : never;
type Params<S> = [Names<S>] extends [never] ? [] : [Record<Names<S>, string | number>];
/** Says a word of one catalogue, with the values that its sentence takes. */
export type Say<W> = <K extends keyof W>(word: K, ...params: Params<W[K]>) => string;

let language: ShownIn = 'vi';
const turns: ((wanted: ShownIn) => Promise<void>)[] = [];

/** The words of one light page: the app's own catalogue would weigh more than the page. English is loaded where wanted. */
export function catalogue<W extends Record<string, string>>(
  vietnamese: W,
  english: () => Promise<{ default: Record<keyof W, string> }>,
): Say<W> {
  let words: Record<keyof W, string> = vietnamese;
  turns.push(async (wanted) => {
    words = wanted === 'en' ? (await english()).default : vietnamese;
  });
  return (word, ...[params]) => (params ? fill(words[word], params) : words[word]);
}

/** What every light page says. */
export const sayLight = catalogue(vi, () => import('../texts/en/light.ts'));

/** Turns all catalogues to a language; tells whether that changed anything. */
export async function turnTo(wanted: ShownIn): Promise<boolean> {
  if (wanted === language) return false;
  await Promise.all(turns.map((turn) => turn(wanted)));
  language = wanted;
  document.documentElement.lang = wanted;
  return true;
}

export const spoken = (): ShownIn => language;

/** What the browser asks for: the language of people whom we do not know. */
export const browserLanguage = (): ShownIn =>
  navigator.languages.find((tag) => /^(vi|en)\b/i.test(tag))?.startsWith('en') ? 'en' : 'vi';
