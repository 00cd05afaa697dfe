import { decodeLegacy, encodingOfFont } from '#lib/legacy-encoding.ts';
import { normaliseBullet } from './bullet.ts';
import { formatNumber } from './number-format.ts';
import { child, childrenNamed, toggle, valOf, type XmlNode } from './xml-tree.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  legal: boolean;
  picture: boolean;
  /** Level whose step restarts this one: undefined = any higher level, 0 = never. */
  restartAfter: number | undefined;
  paragraphStyle: string | undefined;
  font: string | undefined;
}

interface Override {
  start: number | undefined;
  level: Level | undefined;
}

interface Instance {
  abstractId: string;
  overrides: Map<number, Override>;
}

/** Word's automatic numbers, which stand in no text of the file: counted here as Word counts them. */
export interface Numbering {
  /** Label of the next paragraph of that list, and its depth. Counts on. */
  next(numId: string, level: number): { label: string; level: number } | null;
  /** Level that a list links to a paragraph style. */
  levelOfStyle(numId: string, styleId: string): number | undefined;
}

const LEVELS = 9;

/** @param root parsed word/numbering.xml, undefined when the file has none
 *  @param numIdOfStyle numId that a numbering style holds, for numStyleLink */
export function createNumbering(
  root: XmlNode | undefined,
  numIdOfStyle: (styleId: string) => string | undefined,
): Numbering {
  const abstracts = new Map(childrenNamed(root, 'abstractNum').map((node) => [node.attrs.abstractNumId ?? '', node]));
  const instances = new Map(childrenNamed(root, 'num').map((node) => [node.attrs.numId ?? '', readInstance(node)]));
  const levelsOf = levelReader(abstracts, instances, numIdOfStyle);
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  const next = (numId: string, ilvl: number) => {
    const instance = instances.get(numId);
    if (!instance || numId === '0') return null;
    const resolved = levelsOf(instance.abstractId);
    const levels = withOverrides(resolved.levels, instance);
    const level = levels[ilvl];
    if (!level) return null;
    const counts = counters.get(resolved.id) ?? [];
    counters.set(resolved.id, counts);
    restartOverridden(counts, numId, instance, started, ilvl);
    step(counts, levels, ilvl);
    return { label: printLabel(levels, counts, ilvl), level: ilvl };
  };

  const levelOfStyle = (numId: string, styleId: string) => {
    const instance = instances.get(numId);
    if (!instance) return undefined;
    const at = levelsOf(instance.abstractId).levels.findIndex((level) => level?.paragraphStyle === styleId);
    return at < 0 ? undefined : at;
  };
  return { next, levelOfStyle };
}

type Levels = (Level | undefined)[];

/** Levels of an abstract list; a numStyleLink leads to the list that the style owns (it may lead back to itself). */
function levelReader(
  abstracts: Map<string, XmlNode>,
  instances: Map<string, Instance>,
  numIdOfStyle: (styleId: string) => string | undefined,
): (abstractId: string) => { id: string; levels: Levels } {
  const known = new Map<string, { id: string; levels: Levels }>();
  const resolve = (abstractId: string, seen: Set<string>): { id: string; levels: Levels } => {
    const cached = known.get(abstractId);
    if (cached) return cached;
    const node = abstracts.get(abstractId);
    const link = valOf(node, 'numStyleLink');
    const target = link === undefined ? undefined : instances.get(numIdOfStyle(link) ?? '')?.abstractId;
    const follow = target !== undefined && target !== abstractId && !seen.has(target);
    const result = follow
      ? resolve(target, new Set([...seen, abstractId]))
      : { id: abstractId, levels: readLevels(node) };
    known.set(abstractId, result);
    return result;
  };
  return (abstractId) => resolve(abstractId, new Set());
}

function readLevels(node: XmlNode | undefined): Levels {
  const levels: Levels = [];
  for (const lvl of childrenNamed(node, 'lvl')) {
    const at = Number(lvl.attrs.ilvl ?? 0);
    if (at >= 0 && at < LEVELS) levels[at] = readLevel(lvl);
  }
  return levels;
}

function readLevel(node: XmlNode): Level {
  const fonts = child(child(node, 'rPr'), 'rFonts');
  const restart = valOf(node, 'lvlRestart');
  return {
    start: whole(valOf(node, 'start'), 0),
    format: valOf(node, 'numFmt') ?? alternateFormat(node) ?? 'decimal',
    text: valOf(node, 'lvlText') ?? '',
    legal: toggle(node, 'isLgl') ?? false,
    picture: child(node, 'lvlPicBulletId') !== undefined,
    restartAfter: restart === undefined ? undefined : whole(restart, 0),
    paragraphStyle: valOf(node, 'pStyle'),
    font: fonts?.attrs.hAnsi ?? fonts?.attrs.ascii,
  };
}

/** Newer formats stand in an alternate block, with a fallback that every reader knows. */
function alternateFormat(node: XmlNode): string | undefined {
  return valOf(child(child(node, 'mc:AlternateContent'), 'mc:Fallback'), 'numFmt');
}

function readInstance(node: XmlNode): Instance {
  const overrides = new Map<number, Override>();
  for (const item of childrenNamed(node, 'lvlOverride')) {
    const start = valOf(item, 'startOverride');
    const level = child(item, 'lvl');
    overrides.set(Number(item.attrs.ilvl ?? 0), {
      start: start === undefined ? undefined : whole(start, 1),
      level: level && readLevel(level),
    });
  }
  return { abstractId: valOf(node, 'abstractNumId') ?? '', overrides };
}

function withOverrides(levels: Levels, instance: Instance): Levels {
  if (instance.overrides.size === 0) return levels;
  return Array.from({ length: LEVELS }, (_, i) => instance.overrides.get(i)?.level ?? levels[i]);
}

/** A list instance with a start of its own begins there the first time one of its levels is used. */
function restartOverridden(
  counts: (number | undefined)[],
  numId: string,
  instance: Instance,
  started: Set<string>,
  ilvl: number,
): void {
  for (const [level, override] of instance.overrides) {
    if (level > ilvl || override.start === undefined || started.has(`${numId}/${level}`)) continue;
    started.add(`${numId}/${level}`);
    // A higher level is restarted only by a paragraph of its own: until then it prints its start.
    counts[level] = level === ilvl ? override.start - 1 : (counts[level] ?? override.start);
    if (level === ilvl) counts.length = level + 1;
  }
}

function step(counts: (number | undefined)[], levels: Levels, ilvl: number): void {
  for (let i = 0; i < ilvl; i++) counts[i] ??= levels[i]?.start ?? 1;
  counts[ilvl] = (counts[ilvl] ?? (levels[ilvl]?.start ?? 1) - 1) + 1;
  for (let i = ilvl + 1; i < LEVELS; i++) {
    const after = levels[i]?.restartAfter;
    if (after === undefined || (after > 0 && ilvl < after)) counts[i] = undefined;
  }
}

function printLabel(levels: Levels, counts: (number | undefined)[], ilvl: number): string {
  const level = levels[ilvl]!;
  if (level.picture) return '•';
  if (level.format === 'none' && !level.text.includes('%')) return level.text.trim();
  if (level.format === 'bullet') return level.text.trim() === '' ? '' : normaliseBullet(level.text);
  const legacy = encodingOfFont(level.font);
  const pattern = legacy ? decodeLegacy(level.text, legacy.encoding, legacy.capitals) : level.text;
  const label = pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const shown = levels[at];
    const count = counts[at] ?? shown?.start ?? 1;
    const format = shown?.format ?? 'decimal';
    return formatNumber(count, level.legal && format !== 'none' ? 'decimal' : format);
  });
  return label.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function whole(text: string | undefined, fallback: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? value : fallback;
}
