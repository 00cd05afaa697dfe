import type { ChannelKind } from '#lib/plan-draft.ts';
import { bodyLength } from './body-names.ts';
import { foldLetters } from './fold.ts';
import { NAME_PAIRS } from './lexicon/bodies.ts';
import { CHANNEL_WORDS, NAMED_PRESS } from './lexicon/channels.ts';

const PATTERNS = CHANNEL_WORDS.map((word) => ({
  ...word,
  regex: new RegExp(`(?<![\\p{L}])(?:${word.pattern})(?![\\p{L}])`, 'giu'),
}));

/** A longer paragraph is no prose; its end is not read for channels. */
const MAX_TEXT = 20_000;

/** A stretch of a text that names a channel. */
export interface Hit {
  kind: ChannelKind;
  from: number;
  to: number;
  anywhere: boolean;
}

/** Channels named in a text, each with its owner. @param main true in a part about channels, where every word counts */
export function findHits(whole: string, from: number, main: boolean): Hit[] {
  const text = whole.slice(0, MAX_TEXT);
  const hits: Hit[] = [];
  const add = (hit: Hit) => {
    if (hit.from >= from && !hits.some((other) => hit.from < other.to && other.from < hit.to)) hits.push(hit);
  };
  for (const hit of namedPress(text)) add(hit);
  for (const word of PATTERNS) {
    for (const match of text.matchAll(word.regex))
      add({ kind: word.kind, from: match.index, to: match.index + match[0].length, anywhere: word.anywhere });
  }
  return hits
    .sort((a, b) => a.from - b.from)
    .filter((hit) => (main || hit.anywhere) && !isHeadingWord(text, hit) && !isSubject(text, hit) && !isMade(text, hit))
    .map((hit) => extend(text, hit))
    .filter((hit) => main || !isPiece(text, hit));
}

/** "01 bản tin cảnh báo" is a piece to be made, "Bản tin điện tử của Bộ" a channel. */
const isPiece = (text: string, hit: Hit): boolean => {
  const counted = /\d\s+(?:bộ |tờ |cuốn |chiếc )?$/.test(text.slice(0, hit.from));
  if (hit.kind === 'publication') return counted;
  return hit.kind === 'bulletin' && (counted || /^bản tin$/iu.test(text.slice(hit.from, hit.to)));
};

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

/** "xây dựng chuyên trang, chuyên mục, tọa đàm": a programme in a row of things to be made, no event. */
function isMade(text: string, hit: Hit): boolean {
  if (hit.kind !== 'event') return false;
  const clause = text
    .slice(Math.max(0, hit.from - 120), hit.from)
    .split(/[.;:]/)
    .at(-1)!;
  return /(?:xây dựng|sản xuất|biên tập|mở|thực hiện)\s[^.;:]*(?:chuyên trang|chuyên mục|phóng sự|tin,? bài|phim|video|clip)[^.;:]*$/iu.test(
    clause,
  );
}

/** An owner ends before a word that goes on with the sentence; "và" goes on the owner only before another owner. */
const OWNER_STOPS =
  /^.*?(?=\s+và\s+(?:Zalo|Fanpage|Facebook|YouTube|Youtube|TikTok|Báo|Đài|Cổng|Trang|Website|Bản tin)(?![\p{L}])|\s+và\s+(?!\p{Lu}|(?:các )?(?:đơn vị|địa phương|ngành|cơ sở|trường|phòng|xã|phường|thôn|tổ)(?![\p{L}]))|\s+(?:để|nhằm|với|theo|đi|từ|cho|khi|trong|phản|làm|phục|có|là|gồm|đảm|bảo|qua|do|được|đăng|về|tuyên|cung|sau|vào|trước|nội dung|tại sở|đúng|kịp|thường xuyên|đến|phát|gửi|bằng|phê duyệt|tại|ít nhất|tối thiểu|định kỳ|(?:mỗi|hàng|hằng) (?:tháng|tuần|quý|năm|ngày|học k[ỳìỷíi])|\d+ lần)(?![\p{L}])|[,;.:()]|$)/u;

/** "ngày hội chuyển đổi số của các trường": an event is told from others by the words behind it. */
function extendEvent(rest: string, hit: Hit): Hit {
  const gap = rest.length - rest.trimStart().length;
  const words = gap === 0 ? '' : (OWNER_STOPS.exec(rest.slice(gap))?.[0] ?? '').trim();
  return words === '' || words.length > 60 ? hit : { ...hit, to: hit.to + gap + words.length };
}

/** Adds whose channel it is: "của nhà trường", "Bộ GDĐT", "trung ương và địa phương". */
function extend(text: string, hit: Hit): Hit {
  const rest = text.slice(hit.to);
  const longer = (length: number): Hit => ({ ...hit, to: hit.to + length });
  const quoted = /^\s+[“"][^”"]{2,60}[”"]/u.exec(rest);
  if (quoted) return longer(quoted[0].length);
  const told = qualifierAfter(rest, hit, text.slice(hit.from, hit.to));
  if (told > 0) return longer(told);
  const own = /^\s+của\s+/iu.exec(rest);
  if (own) {
    const owner = OWNER_STOPS.exec(rest.slice(own[0].length))?.[0] ?? '';
    const words = owner.trim().split(/\s+/).slice(0, 10).join(' ');
    return words === '' ? hit : longer(own[0].length + words.length);
  }
  if (hit.kind === 'event') return extendEvent(rest, hit);
  const where = placeAfter(rest, hit, text.slice(hit.from, hit.to));
  if (where > 0) return longer(where);
  const body = /^\s+(?=\p{Lu})/u.exec(rest);
  const length = body ? bodyLength(rest.slice(body[0].length)) || properName(rest.slice(body[0].length)) : 0;
  return length > 0 ? longer(body![0].length + length) : hit;
}

/** "nhóm Zalo cán bộ quản lý các trường", "Website tuyển sinh", "sổ tay hỏi - đáp về …": words that tell one from others. */
const QUALIFIERS: Partial<Record<Hit['kind'], RegExp>> = {
  zalo: /^\s(?=(?:cán bộ|giáo viên|phụ huynh|cha mẹ|học sinh|chính quyền|cộng đồng|khu dân cư|tổ dân phố|công dân|tuyển sinh|đoàn viên|hội viên|lãnh đạo|ban giám hiệu|hiệu trưởng|cốt cán|lớp|thôn|nhóm trẻ)(?![\p{L}]))/iu,
  website: /^\s(?=(?:tuyển sinh|thư viện|truyền thông|học liệu)(?![\p{L}]))/iu,
  fanpage: /^\s(?=(?:tuyển sinh|thư viện|truyền thông)(?![\p{L}]))/iu,
};
const BOOK = /^\s(?:hỏi\s?[-–,]?\s?đáp|hướng dẫn|điện tử)(?:\s[^,;.:()]{2,80})?/iu;
/** "Website: truong.edu.vn" */
const ADDRESS = /^\s*:\s*(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:\/[^\s,;]*)?/iu;

/** Length of the qualifier or address that belongs to the name. */
function qualifierAfter(rest: string, hit: Hit, name: string): number {
  if (hit.kind === 'website' || hit.kind === 'portal' || hit.kind === 'fanpage') {
    const address = ADDRESS.exec(rest);
    if (address) return address[0].length;
  }
  if (/sổ tay|cẩm nang/iu.test(name)) return BOOK.exec(rest)?.[0].trimEnd().length ?? 0;
  const gap = QUALIFIERS[hit.kind]?.exec(rest)?.[0].length;
  if (gap === undefined) return 0;
  const words = (OWNER_STOPS.exec(rest.slice(gap))?.[0] ?? '').trim().split(/\s+/).slice(0, 9).join(' ');
  return words === '' ? 0 : gap + words.length;
}

const GROUPS =
  /^\s+(?:các|từng|mỗi|toàn)\s+(?:lớp|trường|thôn|bản|đơn vị|khối|tổ|xã|phường|nhóm lớp|cơ sở giáo dục)(?:\s+học)?/iu;
const STANDS_AT = /^\s+(?:(?:đặt|treo|dán)\s+)?(?:ở|tại|trước)\s+[^,;.]{2,25}?(?=[,;.]|\s(?:và|để)\s|$)/u;
const SCOPE =
  /^\s+(?:(?:ở|tại|của)\s+)?(?:trung ương(?:,| và)? (?:và )?địa phương|địa phương|trong và ngoài ngành|trung ương|ngành giáo dục|nhà trường|trong tỉnh|trên địa bàn|nội bộ)/iu;
const AREA = /^\s(?:[Tt]ỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường)(?![\p{L}])(?:\s\p{Lu}\p{L}*)*/u;

/** Length of the words that say where a channel is: "tại giờ đón trẻ", "các lớp", "đặt ở cổng trường", "tỉnh Sông Trà". */
function placeAfter(rest: string, hit: Hit, name: string): number {
  const direct = hit.kind === 'direct' ? /^\s+tại\s+[^,;.]{2,40}/u.exec(rest) : null;
  const stands = hit.kind === 'publication' || /loa (?:kéo|cầm tay|di động|lưu động)$/iu.test(name);
  const found =
    direct ?? GROUPS.exec(rest) ?? (stands ? STANDS_AT.exec(rest) : null) ?? SCOPE.exec(rest) ?? AREA.exec(rest);
  return found?.[0].length ?? 0;
}

const properName = (text: string): number =>
  /^(?:\p{Lu}[\p{L}&]*)(?:\s\p{Lu}[\p{L}&]*){0,4}(?=[\s,;.:()]|$)/u.exec(text)?.[0].length ?? 0;
