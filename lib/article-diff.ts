import { type Block, type BoundText, type Picture, spellingOfNode, wordsOf } from './article-content.ts';
import { diffWords, type WordChange } from './plan-diff.ts';
import { matchesOf } from './same-order.ts';
import { pairsOf } from './similar-blocks.ts';

/** One block of the text from one version to another. */
export interface BlockChange {
  kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  type: Block['type'];
  /** Its words with what was added and taken out; whole where the block is new, gone or unchanged. */
  words: WordChange[];
  /** The words are the same, their look is not: bold, a heading, a list. */
  look: boolean;
  /** Of a picture: which one, and what changed beside the caption. */
  picture: Picture | null;
  facts: ('alt' | 'credit' | 'cut')[];
}

export interface FactChange {
  name: 'title' | 'summary' | 'credit' | 'kind' | 'language';
  words: WordChange[];
}

export interface ArticleDiff {
  facts: FactChange[];
  blocks: BlockChange[];
}

const factNames = ['title', 'summary', 'credit', 'kind', 'language'] as const;

/** What changed from one version to another, readable by somebody who wrote neither; time is bounded for any two texts. */
export function diffTexts(before: BoundText, after: BoundText): ArticleDiff {
  const facts = factNames
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ name, words: diffWords(before[name], after[name]) }));
  return { facts, blocks: withMoves(diffBlocks(before.content.content, after.content.content)) };
}

/** True where nothing that a reader sees is different. */
export const isUnchanged = (diff: ArticleDiff): boolean =>
  diff.facts.length === 0 && diff.blocks.every((one) => one.kind === 'same');

type Placed = BlockChange & { spelling: string };

function diffBlocks(before: readonly Block[], after: readonly Block[]): Placed[] {
  const found = matchesOf(before.map(spellingOfNode), after.map(spellingOfNode));
  const changes: Placed[] = [];
  let [from, to] = [0, 0];
  const between = (was: number, now: number) =>
    changes.push(...diffStretch(before.slice(from, was), after.slice(to, now)));
  for (const [at, match] of found.entries()) {
    if (match < 0) continue;
    between(at, match);
    changes.push(one('same', before[at]!));
    [from, to] = [at + 1, match + 1];
  }
  between(before.length, after.length);
  return changes;
}

function diffStretch(before: readonly Block[], after: readonly Block[]): Placed[] {
  const found = pairsOf(before, after);
  const changes: Placed[] = [];
  let to = 0;
  const added = (end: number) => {
    while (to < end) changes.push(one('added', after[to++]!));
  };
  for (const [at, match] of found.entries()) {
    if (match < 0) changes.push(one('removed', before[at]!));
    else {
      added(match);
      changes.push(changed(before[at]!, after[to++]!));
    }
  }
  added(after.length);
  return changes;
}

function one(kind: 'same' | 'added' | 'removed', block: Block): Placed {
  const text = wordsOf(block);
  const words: WordChange[] = text === '' ? [] : [{ kind, text }];
  const picture = block.type === 'picture' ? block.attrs : null;
  return { kind, type: block.type, words, look: false, picture, facts: [], spelling: spellingOfNode(block) };
}

function changed(before: Block, after: Block): Placed {
  const words = diffWords(wordsOf(before), wordsOf(after));
  const facts = before.type === 'picture' && after.type === 'picture' ? pictureFacts(before.attrs, after.attrs) : [];
  const look = facts.length === 0 && words.every((word) => word.kind === 'same');
  const picture = after.type === 'picture' ? after.attrs : null;
  return { kind: 'changed', type: after.type, words, look, picture, facts, spelling: spellingOfNode(after) };
}

const pictureFacts = (before: Picture, after: Picture): BlockChange['facts'] => [
  ...(before.alt === after.alt ? [] : (['alt'] as const)),
  ...(before.credit === after.credit ? [] : (['credit'] as const)),
  ...(before.cutId === after.cutId ? [] : (['cut'] as const)),
];

/** What is gone at one place and stands unchanged at another has moved: said once, where it stands now. */
function withMoves(changes: readonly Placed[]): BlockChange[] {
  const gone = new Map<string, number>();
  const count = (kind: BlockChange['kind'], into: Map<string, number>) => {
    for (const each of changes)
      if (each.kind === kind && (each.words.length > 0 || each.picture))
        into.set(each.spelling, (into.get(each.spelling) ?? 0) + 1);
  };
  count('removed', gone);
  const here = new Map<string, number>();
  count('added', here);
  const take = (from: Map<string, number>, spelling: string): boolean => {
    const left = from.get(spelling) ?? 0;
    if (left > 0) from.set(spelling, left - 1);
    return left > 0;
  };
  const [stillGone, stillHere] = [new Map(gone), new Map(here)];
  return changes.flatMap(({ spelling, ...each }) => {
    if (each.kind === 'added' && take(stillGone, spelling))
      return [
        { ...each, kind: 'moved' as const, words: each.words.map((word) => ({ ...word, kind: 'same' as const })) },
      ];
    if (each.kind === 'removed' && take(stillHere, spelling)) return [];
    return [each];
  });
}
