import type { ArticleContent, Block, Picture } from '#lib/article-content.ts';
import type { ArticleText, Stage } from '#modules/articles/articles.contract.ts';

/** The words of an article, as one save carries them. */
export interface Words {
  title: string;
  summary: string;
  credit: string;
  kind: string;
  language: string;
  content: ArticleContent;
}

/** What the server has, as far as this device knows. */
export interface Base {
  version: number;
  words: Words;
  /** By the server's clock. */
  savedAt: string;
}

/** Sent, and not answered yet: after a kill it goes out again exactly as it was, with the same key. */
export interface Pending {
  key: string;
  /** Which opening of the page it was written in. */
  sitting: string;
  version: number;
  words: Words;
}

/** Somebody else's words, over the same place as ours. */
export interface Theirs {
  version: number;
  words: Words;
  savedAt: string;
  by: string | null;
}

/** One text on this device. */
export interface Draft {
  id: string;
  /** Who wrote it: another person on the same device never sends it. */
  personId: string;
  unitId: string;
  teamId: string | null;
  assignmentId: string | null;
  words: Words;
  /** Null: the server has nothing of it yet. */
  base: Base | null;
  pending: Pending | null;
  theirs: Theirs | null;
  /** Why the server refused it; typing on tries again. */
  refused: string | null;
  stage: Stage;
  /** By this device's clock: for the order of a list, and for nothing else. */
  touchedAt: number;
}

export const noWords = (kind: string, language: string): Words => ({
  title: '',
  summary: '',
  credit: '',
  kind,
  language,
  content: { type: 'doc', content: [] },
});

/** What of the words the server can take: pictures that have no cut yet stay here, and so do blank lines at the end. */
export function toSend(words: Words): Words {
  const tidy = (text: string) => text.normalize('NFC').trim();
  const { kind, language, content } = words;
  const { title, summary, credit } = {
    title: tidy(words.title),
    summary: tidy(words.summary),
    credit: tidy(words.credit),
  };
  return {
    title,
    summary,
    credit,
    kind,
    language,
    content: { type: 'doc', content: withoutBlankEnd(rendered(content)) },
  };
}

const rendered = ({ content }: ArticleContent): Block[] => withoutPictures(content, (picture) => picture.cutId === '');

/** Blocks without the pictures that a question chooses; what is left empty by it keeps a blank line. */
export function withoutPictures(blocks: readonly Block[], drop: (picture: Picture) => boolean): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'picture') return drop(block.attrs) ? [] : [block];
    if (!('content' in block) || block.type === 'paragraph' || block.type === 'heading') return [block];
    return [{ ...block, content: inside(block.content as Block[], drop) } as Block];
  });
}

/** List items, rows and cells hold blocks too, and none of them may be empty. */
function inside(nodes: readonly Block[], drop: (picture: Picture) => boolean): Block[] {
  const kept = withoutPictures(nodes, drop);
  return kept.length > 0 ? kept : [{ type: 'paragraph' }];
}

const isBlank = (block: Block | undefined): boolean => block?.type === 'paragraph' && !block.content?.length;

function withoutBlankEnd(blocks: Block[]): Block[] {
  const kept = [...blocks];
  while (isBlank(kept.at(-1))) kept.pop();
  return kept;
}

/** One spelling of what is compared: keys in order, and nothing that says nothing. */
export function spell(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (held === null) return undefined;
    if (typeof held !== 'object' || Array.isArray(held)) return held;
    const entries = Object.entries(held as object).filter(([, one]) => one !== null && one !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

export const sameWords = (a: Words, b: Words): boolean => spell(a) === spell(b);

/** Whether anything was written at all: an empty page is no draft. */
export const isBegun = ({ base, words }: Draft): boolean =>
  base !== null || [words.title, words.summary].some((text) => text.trim() !== '') || !isEmpty(words.content);

const isEmpty = ({ content }: ArticleContent): boolean => content.every(isBlank);

/** Whether the server lacks words that stand here. */
export const isUnsent = (draft: Draft): boolean =>
  isBegun(draft) &&
  (draft.pending !== null || draft.base === null || !sameWords(toSend(draft.words), draft.base.words));

export const wordsOf = (text: ArticleText): Words => ({
  title: text.title,
  summary: text.summary,
  credit: text.credit,
  kind: text.kind,
  language: text.language,
  content: text.content as ArticleContent,
});
