import type { Block } from '#lib/article-content.ts';
import { mergeTexts } from '#lib/article-merge.ts';
import { noWords, spell, type Words } from './draft.ts';
import { type Run, runsOf } from './runs.ts';

/**
 * A stretch of three texts: as it was, as it stands here, as the other person has it; `by` says who changed it. Where the
 * words of both go together (`together`) they stand in `mine`, and nobody has to choose.
 */
export interface Part {
  base: Block[];
  mine: Block[];
  theirs: Block[];
  by: 'nobody' | 'mine' | 'theirs' | 'together' | 'both';
}

type Range = [number, number];
interface Group {
  base: Range;
  mine: Run[];
  theirs: Run[];
}

/** The three texts in parts, in order; where both said the same thing nobody has to choose. */
export function partsOf(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Part[] {
  const [b, m, t] = [base.map(spell), mine.map(spell), theirs.map(spell)];
  const parts: Part[] = [];
  let at: [number, number, number] = [0, 0, 0];
  const add = (to: [number, number, number], by: Part['by']) => {
    const [x, y, z] = at;
    at = to;
    if (x === to[0] && y === to[1] && z === to[2]) return;
    const part = { base: base.slice(x, to[0]), mine: mine.slice(y, to[1]), theirs: theirs.slice(z, to[2]), by };
    parts.push(by === 'both' ? together(part) : part);
  };
  for (const group of groupsOf(oneByOne(runsOf(b, m)), oneByOne(runsOf(b, t)))) {
    const still = group.base[0] - at[0];
    add([group.base[0], at[1] + still, at[2] + still], 'nobody');
    const by = group.mine.length === 0 ? 'theirs' : group.theirs.length === 0 ? 'mine' : 'both';
    add([group.base[1], at[1] + grown(group, group.mine), at[2] + grown(group, group.theirs)], by);
  }
  add([b.length, m.length, t.length], 'nobody');
  return parts;
}

function together(part: Part): Part {
  if (spell(part.mine) === spell(part.theirs)) return { ...part, by: 'nobody' };
  const { text, conflicts } = mergeTexts(textWith(part.base), textWith(part.mine), textWith(part.theirs));
  return conflicts.length > 0 ? part : { ...part, mine: text.content.content, by: 'together' };
}

const textWith = (content: Block[]) => ({ ...noWords('', ''), content: { type: 'doc' as const, content } });

/** A run that put as many blocks in as it took away changed each of them: the other person may have changed only one. */
const oneByOne = (runs: readonly Run[]): Run[] =>
  runs.flatMap((run) => {
    const { from, to, start, end } = run;
    if (to - from !== end - start) return [run];
    return Array.from({ length: to - from }, (_, n) => ({
      ...{ from: from + n, to: from + n + 1 },
      ...{ start: start + n, end: start + n + 1 },
    }));
  });

/** How long a stretch is in a text that changed it by these runs. */
const grown = ({ base }: Group, runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + (run.end - run.start) - (run.to - run.from), base[1] - base[0]);

/** Changes of both that lie over each other belong together; two insertions at one place do too. */
function groupsOf(mine: readonly Run[], theirs: readonly Run[]): Group[] {
  const all = [
    ...mine.map((run) => ({ run, of: 'mine' as const })),
    ...theirs.map((run) => ({ run, of: 'theirs' as const })),
  ];
  all.sort((a, b) => a.run.from - b.run.from || a.run.to - b.run.to);
  const groups: Group[] = [];
  for (const { run, of } of all) {
    const last = groups.at(-1);
    const over = last && (run.from < last.base[1] || (run.from === last.base[0] && run.to === last.base[1]));
    const group = over ? last : { base: [run.from, run.to] as Range, mine: [], theirs: [] };
    if (!over) groups.push(group);
    group.base[1] = Math.max(group.base[1], run.to);
    group[of].push(run);
  }
  return groups;
}

export const fieldNames = ['title', 'summary', 'credit', 'kind', 'language'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Single fields that both changed, and differently. */
export const clashingFields = (base: Words, mine: Words, theirs: Words): FieldName[] =>
  fieldNames.filter((name) => mine[name] !== theirs[name] && mine[name] !== base[name] && theirs[name] !== base[name]);

/** Which of two versions a part takes, or both, one after the other. */
export type Choice = 'mine' | 'theirs' | 'both';

/** The three texts as one. Parts and fields that both changed take what was chosen for them, by their place or name. */
export function joined(
  [base, mine, theirs]: [Words, Words, Words],
  choiceOf: (part: number | FieldName) => Choice = () => 'mine',
): Words {
  const field = (name: FieldName): string => {
    if (mine[name] === base[name]) return theirs[name];
    if (theirs[name] === base[name] || theirs[name] === mine[name]) return mine[name];
    const choice = choiceOf(name);
    return choice === 'both' ? `${mine[name]} ${theirs[name]}` : choice === 'mine' ? mine[name] : theirs[name];
  };
  const blocks = partsOf(base.content.content, mine.content.content, theirs.content.content).flatMap((part, n) => {
    if (part.by !== 'theirs' && part.by !== 'both') return part.mine;
    if (part.by === 'theirs') return part.theirs;
    const choice = choiceOf(n);
    return choice === 'both' ? [...part.mine, ...part.theirs] : choice === 'mine' ? part.mine : part.theirs;
  });
  const fields = Object.fromEntries(fieldNames.map((name) => [name, field(name)])) as Omit<Words, 'content'>;
  return { ...fields, content: { type: 'doc', content: blocks } };
}
