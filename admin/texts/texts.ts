/**
 * The words of the admin app. Vietnamese is the type: a key that is not in `vi/<module>.ts` does not compile,
 * and `en/<module>.ts` must have exactly the same keys. Files arrive with the page that needs them (load.ts).
 */
import { fill } from './fill.ts';
import ui from './vi/ui.ts';

/** One line per module. The name before the dot of a key is the name here and the name of the file. */
export interface Catalogue {
  ui: typeof ui;
  home: typeof import('./vi/home.ts').default;
  consents: typeof import('./vi/consents.ts').default;
  documents: typeof import('./vi/documents.ts').default;
  org: typeof import('./vi/org.ts').default;
  reorganise: typeof import('./vi/reorganise.ts').default;
  people: typeof import('./vi/people.ts').default;
  audit: typeof import('./vi/audit.ts').default;
  account: typeof import('./vi/account.ts').default;
  plans: typeof import('./vi/plans.ts').default;
  work: typeof import('./vi/work.ts').default;
  calendar: typeof import('./vi/calendar.ts').default;
  editions: typeof import('./vi/editions.ts').default;
  reports: typeof import('./vi/reports.ts').default;
  toolkits: typeof import('./vi/toolkits.ts').default;
  webhooks: typeof import('./vi/webhooks.ts').default;
  cascade: typeof import('./vi/cascade.ts').default;
  articles: typeof import('./vi/articles.ts').default;
  assignments: typeof import('./vi/assignments.ts').default;
  handins: typeof import('./vi/handins.ts').default;
  publishing: typeof import('./vi/publishing.ts').default;
  steps: typeof import('./vi/steps.ts').default;
  offers: typeof import('./vi/offers.ts').default;
  channels: typeof import('./vi/channels.ts').default;
  media: typeof import('./vi/media.ts').default;
  outputs: typeof import('./vi/outputs.ts').default;
  checks: typeof import('./vi/checks.ts').default;
  quotas: typeof import('./vi/quotas.ts').default;
}

export type Language = 'vi' | 'en';
export type TextModule = keyof Catalogue;

/** 'ui.save', 'plans.state.draft' … */
export type TextKey = { [M in TextModule]: `${M}.${keyof Catalogue[M] & string}` }[TextModule];

type Sentence<K extends TextKey> = K extends `${infer M extends TextModule}.${infer Rest}`
  ? Rest extends keyof Catalogue[M]
    ? Catalogue[M][Rest]
    : never
  : never;

/** The names in braces: 'Đã lưu {time}' asks for { time }. */
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Params<K extends TextKey> = [Names<Sentence<K>>] extends [never]
  ? [params?: Record<string, never>]
  : [params: Record<Names<Sentence<K>>, string | number>];

/** The type of a translation: `export default { … } satisfies Translation<typeof vi>`. */
export type Translation<V> = { [K in keyof V]: string };

const loaded: Record<Language, Partial<Record<TextModule, Record<string, string>>>> = { vi: { ui }, en: {} };
const listeners = new Set<() => void>();
let language: Language = 'vi';

export function currentLanguage(): Language {
  return language;
}

export function isLoaded(module: TextModule, of: Language): boolean {
  return loaded[of][module] !== undefined;
}

/** Takes in a module's words; called by load.ts and by tests. */
export function provideTexts(module: TextModule, of: Language, texts: Record<string, string>): void {
  loaded[of][module] = texts;
}

/** Turns the whole app to another language; the words must have been loaded before. */
export function switchLanguage(to: Language): void {
  language = to;
  for (const listener of listeners) listener();
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A sentence in the reader's language. `{name}` takes a value; `{n:one|many}` (English only) takes a form by number.
 * Words that are missing in English are shown in Vietnamese rather than not at all.
 */
export function t<K extends TextKey>(key: K, ...[params]: Params<K>): string {
  const dot = key.indexOf('.');
  const module = key.slice(0, dot) as TextModule;
  const rest = key.slice(dot + 1);
  const sentence = loaded[language][module]?.[rest] ?? loaded.vi[module]?.[rest] ?? key;
  return params ? fill(sentence, params) : sentence;
}
