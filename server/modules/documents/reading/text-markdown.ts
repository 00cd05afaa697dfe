import type { StyledText } from './styled-text.ts';

/** Bold and italic of Markdown run on over the lines of one paragraph. */
export interface EmphasisState {
  bold: boolean;
  italic: boolean;
}

export const plainEmphasis = (): EmphasisState => ({ bold: false, italic: false });

/** True when the text uses Markdown marks; otherwise a star is only a star (a bullet). */
export function looksLikeMarkdown(text: string): boolean {
  const head = text.slice(0, 100_000);
  return /\*\*[^\s*][^*\n]*\*\*/.test(head) || /^#{1,6} \S/m.test(head) || /^\s*\|?\s*:?-{3,}:?\s*\|/m.test(head);
}

const HEADING = /^#{1,6}\s+/;
const ENTITY: Record<string, string> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

export function isHeading(line: string): boolean {
  return HEADING.test(line);
}

const MARKS = /\*{1,3}|(?<![\p{L}\p{N}_])_{1,2}(?=[\p{L}\p{N}"“(])|(?<=[\p{L}\p{N}.,;:)”"])_{1,2}(?![\p{L}\p{N}_])/gu;

/** The text of one line without its marks, with a flag byte a letter; `state` is carried to the next line. */
export function readEmphasis(line: string, state: EmphasisState): StyledText {
  const heading = HEADING.test(line);
  const body = bare(line);
  const flags: number[] = [];
  let text = '';
  let from = 0;
  const put = (piece: string) => {
    text += piece;
    const flag = (state.bold || heading ? 1 : 0) | (state.italic ? 2 : 0);
    for (let i = 0; i < piece.length; i++) flags.push(flag);
  };
  for (const mark of body.matchAll(MARKS)) {
    if (isBullet(body, mark)) continue;
    put(body.slice(from, mark.index));
    from = mark.index + mark[0].length;
    if (mark[0].length !== 1) state.bold = !state.bold;
    if (mark[0].length !== 2) state.italic = !state.italic;
  }
  put(body.slice(from));
  return trimmed({
    text: text.replaceAll('\ue000', '*').replaceAll('\ue001', '_'),
    flags: Uint8Array.from(flags),
    decomposed: false,
  });
}

/** Without the marks of a heading or quotation. */
const bare = (line: string): string =>
  unescaped(
    line
      .replace(HEADING, '')
      .replace(/\s+#+$/, '')
      .replace(/^>\s?/, ''),
  );

/** "* Kinh phí" opens a list, "3 * 4" is a sum; neither is emphasis. */
function isBullet(body: string, mark: RegExpExecArray): boolean {
  if (mark[0] !== '*') return false;
  const before = body.slice(0, mark.index).trim();
  return /^\s/.test(body.slice(mark.index + 1)) && (before === '' || /\s$/.test(body.slice(0, mark.index)));
}

function unescaped(line: string): string {
  return line
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, (_, char: string) =>
      char === '*' ? '\ue000' : char === '_' ? '\ue001' : char,
    )
    .replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) => ENTITY[entity] ?? entity)
    .replace(/\[([^\]\n]{1,200})\]\((?:https?:|#|mailto:)[^)\s]*\)/g, '$1')
    .replace(/\\$/, '');
}

function trimmed(styled: StyledText): StyledText {
  const lead = styled.text.length - styled.text.trimStart().length;
  const text = styled.text.trim();
  return { ...styled, text, flags: styled.flags.slice(lead, lead + text.length) };
}
