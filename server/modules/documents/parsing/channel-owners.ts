import type { Channel } from './channels.ts';
import { foldLetters } from './fold.ts';

/** The same channel named again, perhaps without its owner: same kind, same words, owners that were all named before. */
export function isKnown(found: readonly Channel[], channel: Channel): boolean {
  if (isGeneric(channel) && found.some((known) => known.kind === channel.kind && isOwnOf(known))) return true;
  const same = found.filter(
    (known) => known.kind === channel.kind && shareWords(coreOf(known.name), coreOf(channel.name)),
  );
  if (same.length === 0) return false;
  const owners = ownersOf(channel.name);
  if (owners.length === 0) return channel.kind !== 'press' || same.some((known) => ownersOf(known.name).length === 0);
  return owners.every((owner) => same.some((known) => ownersOf(known.name).some((other) => isSameOwner(owner, other))));
}

const GENERIC =
  /^(?:các )?(?:(?:trang )?(?:website|web|thông tin điện tử|ttđt|tin điện tử)|(?:trang )?(?:fanpage|facebook)|(?:nhóm |trang )?zalo)(?: (?:của )?(?:nhà )?trường)?$/iu;

/** "website", "fanpage của trường" in passing: the channel that the part about channels names, if it names one. */
const isGeneric = (channel: Channel): boolean => channel.role === 'mention' && GENERIC.test(channel.name);

/** Named by its title or address, so that nobody else's is meant. */
const isOwnOf = (known: Channel): boolean => known.role !== 'mention' && /[“"]|:\s|\.\p{L}/u.test(known.name);

/** The same channel named before without its owner, where that was the only one of its kind. */
export function findBare(found: readonly Channel[], channel: Channel): Channel | null {
  if (channel.kind === 'press' || ownersOf(channel.name).length === 0) return null;
  const same = found.filter(
    (known) => known.kind === channel.kind && shareWords(coreOf(known.name), coreOf(channel.name)),
  );
  return same.length === 1 && ownersOf(same[0]!.name).length === 0 ? same[0]! : null;
}

const OWNER =
  /\s+“([^”]+)”$|(?:(?<=[\p{L}]\s)(?:các|từng|mỗi)|(?<![\p{L}])(?:của|tại|ở))\s+(.+)$|(?<=[\p{Ll}])\s+(?!(?:Web|Website|Facebook|Fanpage|Zalo|You[Tt]ube|Tik[Tt]ok|Thông tin)(?![\p{L}]))((?:\p{Lu}|trung ương|địa phương|ngành|nhà trường|trong và ngoài|nội bộ|trong tỉnh|tỉnh|thành phố|xã|phường).*)$/u;

const coreOf = (name: string): string[] => wordsOf(name.replace(OWNER, ''));

function ownersOf(name: string): string[] {
  const match = OWNER.exec(name);
  const owner = match?.[1] ?? match?.[2] ?? match?.[3];
  return owner
    ? owner.split(/\s+và\s+|,\s*/u).map((part) => wordsOf(part.replace(/^(?:của|tại) /u, '')).join(' '))
    : [];
}

const isSameOwner = (a: string, b: string): boolean =>
  a === b || (a.length > 12 && b.length > 12 && shareWords(a.split(' '), b.split(' ')));

function shareWords(a: string[], b: string[]): boolean {
  const shared = a.filter((word) => b.includes(word)).length;
  return a.length === 0 || b.length === 0 ? a.length === b.length : (2 * shared) / (a.length + b.length) >= 0.75;
}

const SMALL = new Set([
  'cac',
  'nhung',
  'cua',
  'tai',
  'tren',
  'va',
  'he',
  'thong',
  'trang',
  'o',
  'tung',
  'nha',
  'kenh',
  'chuong',
  'trinh',
  'doi',
  'voi',
  'don',
]);
const wordsOf = (name: string): string[] =>
  foldLetters(name)
    .split(/[^a-z0-9&]+/)
    .filter((word) => word !== '' && !SMALL.has(word));
