import type { Inline, Mark } from './article-content.ts';

/** A word, a space, a sign or a line end: the smallest thing two people can change at the same time. */
export interface Token {
  text: string;
  marks: readonly Mark[];
}

const BREAK = '\u2028';

/** The words of one paragraph with their marks. */
export const tokensOf = (content: readonly Inline[] | undefined): Token[] =>
  (content ?? []).flatMap((one) =>
    one.type === 'hardBreak'
      ? [{ text: BREAK, marks: [] }]
      : piecesOf(one.text).map((text) => ({ text, marks: one.marks ?? [] })),
  );

/** Words, spaces and signs each by itself, so that a word typed behind another changes no word. */
export const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];

export const tokenKey = ({ text, marks }: Token): string => (marks.length === 0 ? text : text + marksKey(marks));

const marksKey = (marks: readonly Mark[]): string =>
  `\u0000${marks
    .map((m) => (m.type === 'link' ? `link ${m.attrs.href}` : m.type))
    .sort()
    .join()}`;

/** Words with the same marks become one piece of text again. */
export function inlinesOf(tokens: readonly Token[]): Inline[] {
  const result: Inline[] = [];
  let last: string | null = null;
  for (const { text, marks } of tokens) {
    const before = result.at(-1);
    const key = marksKey(marks);
    if (text === BREAK) result.push({ type: 'hardBreak' });
    else if (before?.type === 'text' && key === last) before.text += text;
    else result.push(marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text });
    last = text === BREAK ? null : key;
  }
  return result;
}
