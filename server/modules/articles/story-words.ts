import type { Inline, Mark } from '#lib/article-content.ts';
import { pictureAt, type StoryPara, storyPicture } from '../documents/documents.ts';

/** Where a picture of the file stands, with what the text says about it. */
export interface Place {
  type: 'place';
  at: number;
  caption: string;
  credit: string;
}

const allPictures = new RegExp(storyPicture.source, 'gu');
export const textWithout = (text: string): string => text.replace(allPictures, '').trim();

/** The words of a paragraph with their look, cut where pictures stand. */
export function inlineOf(para: StoryPara): (Inline[] | Place)[] {
  const parts: (Inline[] | Place)[] = [];
  let from = 0;
  for (const found of para.text.matchAll(allPictures)) {
    parts.push(wordsBetween(para, from, found.index));
    parts.push({ type: 'place', at: pictureAt(found[0]), caption: '', credit: '' });
    from = found.index + found[0].length;
  }
  parts.push(wordsBetween(para, from, para.text.length));
  return parts.filter(
    (part) => !Array.isArray(part) || part.some((one) => one.type === 'text' && one.text.trim() !== ''),
  );
}

function wordsBetween(para: StoryPara, from: number, to: number): Inline[] {
  const bold = para.boldSpans ?? (para.bold ? [[0, para.text.length] as [number, number]] : []);
  const edges = [from, to, ...[...bold, ...para.italicSpans].flat()].filter((at) => at >= from && at <= to);
  const places = [...new Set(edges)].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, n) => {
    const text = para.text.slice(start, places[n + 1]);
    const covered = (spans: readonly [number, number][]) => spans.some(([a, b]) => a <= start && start < b);
    const marks: Mark[] = [
      ...(covered(bold) ? [{ type: 'bold' as const }] : []),
      ...(covered(para.italicSpans) ? [{ type: 'italic' as const }] : []),
    ];
    return { type: 'text', text, ...(marks.length > 0 && { marks }) };
  });
}
