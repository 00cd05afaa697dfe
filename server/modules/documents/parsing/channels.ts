import type { ChannelKind, DraftChannel } from '#lib/plan-draft.ts';
import { bodyLength } from './body-names.ts';
import { foldLetters } from './fold.ts';
import { NAME_PAIRS } from './lexicon/bodies.ts';
import { CHANNEL_WORDS, NAMED_PRESS } from './lexicon/channels.ts';
import { type Line, type Piece, piece } from './lines.ts';

export interface Channel {
  kind: ChannelKind;
  name: string;
  role: DraftChannel['role'];
  piece: Piece;
  sure: number;
}

/** A line to be read for channels, with what its part of the plan is about. */
export interface ChannelSource {
  line: Line;
  from: number;
  to: number;
  /** 'channel': a part about channels or forms; 'duty': who does what; 'other': the rest. */
  place: 'channel' | 'duty' | 'other';
}

const PATTERNS = CHANNEL_WORDS.map((word) => ({
  ...word,
  regex: new RegExp(`(?<![\\p{L}])(?:${word.pattern})(?![\\p{L}])`, 'giu'),
}));

/** Channels that the plan names, each once, first where it is best placed. */
export function readChannels(sources: readonly ChannelSource[]): Channel[] {
  const order = { channel: 0, duty: 1, other: 2 } as const;
  const sorted = [...sources].sort((a, b) => order[a.place] - order[b.place]);
  const found: Channel[] = [];
  for (const source of sorted) for (const channel of inLine(source)) if (!isKnown(found, channel)) found.push(channel);
  return found;
}

/** Whether a text names a channel at all. */
export const namesChannel = (line: Line): boolean =>
  inLine({ line, from: 0, to: line.text.length, place: 'channel' }).length > 0;

interface Hit {
  kind: ChannelKind;
  from: number;
  to: number;
  anywhere: boolean;
}

function inLine(source: ChannelSource): Channel[] {
  const text = source.line.text.slice(0, source.to);
  const hits: Hit[] = [];
  const add = (hit: Hit) => {
    if (hit.from >= source.from && !hits.some((other) => hit.from < other.to && other.from < hit.to)) hits.push(hit);
  };
  for (const hit of namedPress(text)) add(hit);
  for (const word of PATTERNS) {
    for (const match of text.matchAll(word.regex))
      add({ kind: word.kind, from: match.index, to: match.index + match[0].length, anywhere: word.anywhere });
  }
  const main = source.place === 'channel';
  return hits
    .sort((a, b) => a.from - b.from)
    .filter((hit) => (main || hit.anywhere) && !isHeadingWord(text, hit) && !isSubject(text, hit))
    .map((hit) => channelOf(source, extend(text, hit)));
}

function* namedPress(text: string): Generator<Hit> {
  for (const match of text.matchAll(NAMED_PRESS)) {
    const rest = text.slice(match.index);
    const end = nameEnd(rest, match[0].length);
    if (end <= match[0].length || /^(?:Báo cáo|Báo chí)/iu.test(rest)) continue;
    const tv = /^Đài.*(?:truyền hình)/iu.test(rest.slice(0, end));
    const radio = /^Đài.*(?:truyền thanh|phát thanh|tiếng nói)/iu.test(rest.slice(0, end));
    yield { kind: tv ? 'tv' : radio ? 'radio' : 'press', from: match.index, to: match.index + end, anywhere: true };
  }
}

/** A proper name goes on over capital words, the small halves of known pairs, and links to another capital. */
function nameEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const word = /^(?:\s?[-–&]\s?|\s)?(\p{Lu}[\p{L}\d]*)/u.exec(
      text.slice(end).replace(/^\s+/, (gap) => (end === from ? '' : gap)),
    );
    const link = /^\s(?:và|tỉnh|xã|huyện|phường|thành phố)(?=\s\p{Lu}|[\s,;.)]|$)/u.exec(text.slice(end));
    if (!word && !link) return end;
    if (!word) {
      const goesOn = /^\s\p{Lu}/u.test(text.slice(end + link![0].length));
      if (!goesOn && link![0].trim() === 'và') return end;
      end += link![0].length;
      continue;
    }
    end += word[0].length;
    const small = /^\s(\p{Ll}+)/u.exec(text.slice(end));
    const pair = small && NAME_PAIRS.has(foldLetters(`${word[1]} ${small[1]}`));
    const closed = small && /^(?:[,;.:)”]|\s(?:và\s\p{Lu}|\p{Lu})|$)/u.test(text.slice(end + small[0].length));
    if (small && (pair || closed) && !/^(?:để|và|của|với|tỉnh|xã)$/.test(small[1]!)) end += small[0].length;
  }
}

/** "Kênh truyền thông chính: …": words of the heading are no channel. "Ban biên tập trang tin": part of another name. */
function isHeadingWord(text: string, hit: Hit): boolean {
  const before = text.slice(Math.max(0, hit.from - 30), hit.from);
  return (
    /(?:ban biên tập|quy chế[^,;]*|bộ phận quản trị|quản trị viên|ban quản trị|giải|trung tâm)\s*$/iu.test(before) &&
    hit.kind !== 'website'
  );
}

/** What is talked about, not where: "ứng xử trên mạng xã hội", "dùng mạng xã hội an toàn". */
function isSubject(text: string, hit: Hit): boolean {
  const before = foldLetters(text.slice(Math.max(0, hit.from - 28), hit.from));
  return (
    /(?:tham gia|su dung|dung|ung xu|tren|an toan|tac hai cua|quy tac) $/.test(before) &&
    hit.kind === 'social' &&
    /(?:an toan|ung xu|hoc sinh|van minh|bat nat)/.test(
      foldLetters(text.slice(Math.max(0, hit.from - 60), hit.to + 40)),
    )
  );
}

/** An owner ends before a word that goes on with the sentence; "và" goes on the owner only before another owner. */
const OWNER_STOPS =
  /^.*?(?=\s+và\s+(?!\p{Lu}|(?:các )?(?:đơn vị|địa phương|ngành|cơ sở|trường|phòng|xã|phường|thôn|tổ)(?![\p{L}]))|\s+(?:để|nhằm|với|theo|đi|từ|cho|khi|trong|phản|làm|phục|có|là|gồm|đảm|bảo|qua|do|được|đăng|về|tuyên|cung|sau|vào|trước|nội dung|tại sở|đúng|kịp|thường xuyên|đến|phát|gửi|bằng|phê duyệt|tại)(?![\p{L}])|[,;.:()]|$)/u;

/** Adds whose channel it is: "của nhà trường", "Bộ GDĐT", "trung ương và địa phương". */
function extend(text: string, hit: Hit): Hit {
  const rest = text.slice(hit.to);
  const quoted = /^\s+“[^”]{2,60}”/u.exec(rest);
  if (quoted) return { ...hit, to: hit.to + quoted[0].length };
  const own = /^\s+của\s+/iu.exec(rest);
  if (own) {
    const owner = OWNER_STOPS.exec(rest.slice(own[0].length))?.[0] ?? '';
    const words = owner.trim().split(/\s+/).slice(0, 10).join(' ');
    return words === '' ? hit : { ...hit, to: hit.to + own[0].length + words.length };
  }
  const scope =
    /^\s+(?:(?:ở|tại|của)\s+)?(?:trung ương(?:,| và)? (?:và )?địa phương|địa phương|trong và ngoài ngành|trung ương|ngành giáo dục|nhà trường|trong tỉnh|trên địa bàn|nội bộ)/iu.exec(
      rest,
    );
  if (scope) return { ...hit, to: hit.to + scope[0].length };
  const body = /^\s+(?=\p{Lu})/u.exec(rest);
  const length = body ? bodyLength(rest.slice(body[0].length)) || properName(rest.slice(body[0].length)) : 0;
  return length > 0 ? { ...hit, to: hit.to + body![0].length + length } : hit;
}

const properName = (text: string): number =>
  /^(?:\p{Lu}[\p{L}&]*)(?:\s\p{Lu}[\p{L}&]*){0,4}(?=[\s,;.:()]|$)/u.exec(text)?.[0].length ?? 0;

function channelOf(source: ChannelSource, hit: Hit): Channel {
  const found = piece(source.line, hit.from, hit.to);
  const name = found.text.replace(/^(?:c|C)ông (?=thông tin|TTĐT)/u, (word) =>
    word.startsWith('C') ? 'Cổng ' : 'cổng ',
  );
  return {
    kind: hit.kind,
    name,
    role: roleOf(source, hit),
    piece: found,
    sure: source.place === 'channel' ? 0.9 : source.place === 'duty' ? 0.75 : 0.55,
  };
}

function roleOf(source: ChannelSource, hit: Hit): DraftChannel['role'] {
  if (source.place !== 'channel') return source.place === 'duty' ? 'mention' : 'mention';
  return /(?:khác|phối hợp|hỗ trợ|địa phương)[^:]*:/iu.test(source.line.text.slice(0, hit.from)) ? 'other' : 'main';
}

/** The same channel named again, perhaps without its owner: same kind, same words, owners that were all named before. */
function isKnown(found: readonly Channel[], channel: Channel): boolean {
  const same = found.filter(
    (known) => known.kind === channel.kind && shareWords(coreOf(known.name), coreOf(channel.name)),
  );
  if (same.length === 0) return false;
  const owners = ownersOf(channel.name);
  if (owners.length === 0) return channel.kind !== 'press' || same.some((known) => ownersOf(known.name).length === 0);
  return owners.every((owner) => same.some((known) => ownersOf(known.name).some((other) => isSameOwner(owner, other))));
}

const OWNER =
  /(?<![\p{L}])(?:của|tại|ở)\s+(.+)$|(?<=[\p{Ll}])\s+((?:\p{Lu}|trung ương|địa phương|ngành|nhà trường|trong và ngoài|nội bộ|trong tỉnh).*)$/u;

const coreOf = (name: string): string[] => wordsOf(name.replace(OWNER, ''));

function ownersOf(name: string): string[] {
  const match = OWNER.exec(name);
  const owner = match?.[1] ?? match?.[2];
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
