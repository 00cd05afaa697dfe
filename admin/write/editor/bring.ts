import type { Node as DocNode, Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { ArticleContent } from '#lib/article-content.ts';
import { spell } from '../draft.ts';
import { runsOf } from '../runs.ts';
import { cleanBlocks, type Raw } from './clean.ts';

const spelled = (node: DocNode): string => spell(cleanBlocks([node.toJSON() as Raw])[0]);
const BLANK = spell({ type: 'paragraph' });

/** Where each block begins, and where the last one ends. */
function beginnings(doc: DocNode): number[] {
  const at: number[] = [];
  doc.forEach((_node, offset) => {
    at.push(offset);
  });
  return [...at, doc.content.size];
}

/**
 * Another text comes in where its blocks differ, from the end to the beginning, so that places stay true. Of a block that
 * is still the same kind only the words in between are replaced: the caret stays where somebody types.
 */
export function bringIn(tr: Transaction, schema: Schema, content: ArticleContent): Transaction {
  const there: string[] = [];
  tr.doc.forEach((node) => {
    there.push(spelled(node));
  });
  const wanted = content.content.map((block) => spell(block));
  // The line that the editor keeps at the end to type on is no part of the text.
  while (there.length > wanted.length && there.at(-1) === BLANK) there.pop();
  const at = beginnings(tr.doc);
  const place = (n: number) => at[n] ?? tr.doc.content.size;
  for (const { from, to, start, end } of runsOf(there, wanted).reverse()) {
    const nodes = content.content.slice(start, end).map((block) => schema.nodeFromJSON(block));
    if (nodes.length !== to - from) tr.replaceWith(place(from), place(to), nodes);
    else for (let n = nodes.length - 1; n >= 0; n--) replaceInside(tr, place(from + n), nodes[n] as DocNode);
  }
  return tr;
}

function replaceInside(tr: Transaction, at: number, node: DocNode): void {
  const old = tr.doc.nodeAt(at);
  if (!old) return;
  const begin = old.content.findDiffStart(node.content);
  const end = old.content.findDiffEnd(node.content);
  if (!old.sameMarkup(node) || begin === null || !end) {
    tr.replaceWith(at, at + old.nodeSize, node);
    return;
  }
  // What repeats ("aa" before "aaa") would be counted from both sides.
  const over = Math.max(0, begin - Math.min(end.a, end.b));
  tr.replace(at + 1 + begin, at + 1 + end.a + over, node.slice(begin, end.b + over));
}
