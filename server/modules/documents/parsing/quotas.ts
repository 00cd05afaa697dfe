import type { DraftQuota, QuotaPeriod } from '#lib/plan-draft.ts';
import { findCounts, numberOf } from './counts.ts';
import { foldLetters } from './fold.ts';
import { NUMBER_WORDS, PRODUCT_WORDS } from './lexicon/products.ts';
import { looksLikeActor } from './lexicon/units.ts';
import type { Piece } from './lines.ts';

export interface Quota extends Pick<DraftQuota, 'actor' | 'kind' | 'product' | 'minCount' | 'per' | 'deadline' | 'to'> {
  piece: Piece;
  sure: number;
}

const PERIODS: [QuotaPeriod, string][] = [
  ['schoolYear', 'năm học'],
  ['semester', 'học k[ỳìỷíi]|kỳ học'],
  ['week', 'tuần'],
  ['month', 'tháng'],
  ['quarter', 'quý'],
  ['year', 'năm'],
];
const PERIOD_WORDS = PERIODS.map(([, words]) => words).join('|');
const RHYTHM = new RegExp(
  `(?:(?<![\\p{L}])(?:(?:trong |vào |theo )?(?:mỗi|hàng|hằng|từng)(?: một)?\\s+(${PERIOD_WORDS})|(?:vào )?(?:đầu|giữa|cuối|kết thúc|sau)\\s+(?:mỗi|hàng|hằng|các|từng)\\s+(${PERIOD_WORDS})|định k[ỳìỷi]\\s+(?:hàng |hằng |mỗi |theo )?(${PERIOD_WORDS}))|/\\s*(?:0?1 )?(${PERIOD_WORDS}))(?![\\p{L}])`,
  'giu',
);
const NUMBER = `\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')}`;
const PERSON = new RegExp(
  `(?:phân công|cử|bố trí|giao|chỉ định|lựa chọn)\\s+(?:ít nhất\\s+|tối thiểu\\s+)?(${NUMBER})\\s+((?:cán bộ|giáo viên|viên chức|chuyên viên|công chức|nhân viên|người|đồng chí|đầu mối|cộng tác viên|lãnh đạo)(?![\\p{L}])[^,;.]{0,60})`,
  'iu',
);
const AT_LEAST = new RegExp(
  `(?:ít nhất|tối thiểu|không dưới|từ)\\s+(?:là\\s+)?(${NUMBER})\\s+((?:${PRODUCT_WORDS})(?![\\p{L}])[^;.]{0,60})`,
  'iu',
);
const WITH_REPORT =
  /báo cáo[^.;]*?(?:cùng với|kèm|lồng ghép (?:vào|trong|với)|trong)\s+(?:các )?báo cáo\s+(sơ kết|tổng kết)[^.;]*?(học k[ỳì]|năm học|năm)/iu;

/** What one duty asks for again and again, or how many people it asks for. Clauses are read one by one. */
export function readQuotas(actor: string | null, duty: Piece): Quota[] {
  const found: Quota[] = [];
  for (const sentence of sentences(duty)) found.push(...inSentence(actor, sentence));
  return found;
}

/** Sentences and clauses between semicolons, with their places. */
export function sentences(text: Piece): Piece[] {
  const span = text.spans[0];
  if (!span) return [];
  const parts: Piece[] = [];
  let from = 0;
  const push = (to: number) => {
    const raw = text.text.slice(from, to);
    if (raw.trim() !== '')
      parts.push({
        text: raw.trim(),
        spans: placeOf(text, from + raw.length - raw.trimStart().length, to - (raw.length - raw.trimEnd().length)),
      });
    from = to;
  };
  for (const mark of text.text.matchAll(/[;\n]\s*|(?<=[^\d.]\.)\s+(?=\p{Lu})/gu)) push(mark.index + mark[0].length);
  push(text.text.length);
  return parts;
}

/** Stretch of a joined piece in the blocks it came from (pieces are joined by one character). */
export function placeOf(text: Piece, from: number, to: number): Piece['spans'] {
  let at = 0;
  const spans: Piece['spans'] = [];
  for (const span of text.spans) {
    const length = span.to - span.from;
    const a = Math.max(from, at);
    const b = Math.min(to, at + length);
    if (a < b) spans.push({ block: span.block, from: span.from + a - at, to: span.from + b - at });
    at += length + 1;
  }
  return spans.length > 0 ? spans : text.spans.slice(0, 1);
}

function inSentence(actor: string | null, sentence: Piece): Quota[] {
  const person = PERSON.exec(sentence.text);
  const found: Quota[] = [];
  if (person) found.push(personQuota(actor, sentence, person));
  const report = WITH_REPORT.exec(sentence.text);
  if (report) {
    const per: QuotaPeriod = /học k/iu.test(report[2]!) ? 'semester' : 'schoolYear';
    return [
      ...found,
      {
        actor,
        kind: 'report',
        product: 'báo cáo',
        minCount: null,
        per,
        deadline: null,
        to: null,
        piece: sentence,
        sure: 0.65,
      },
    ];
  }
  const rhythms = [...sentence.text.matchAll(RHYTHM)];
  const each = rhythms.length === 0 && !person ? EACH_UNIT.exec(sentence.text) : null;
  if (each) found.push(...eachQuota(actor, sentence, each));
  for (const [i, rhythm] of rhythms.entries())
    if (!isDayOf(sentence.text, rhythm, i > 0)) found.push(...rhythmQuotas(actor, sentence, rhythm, rhythms[i + 1]));
  return found;
}

/** "mỗi lớp nộp 01 bài", "mỗi đơn vị ít nhất 02 tin, bài": once for each, without a rhythm. */
const EACH_UNIT =
  /(?<![\p{L}])(?:mỗi|từng)\s+(?:trường|đơn vị|lớp|tổ|khối|xã|phường|cơ sở|phòng|chi đoàn|giáo viên|cán bộ|thành viên|bộ phận)(?![\p{L}])/iu;

function eachQuota(actor: string | null, sentence: Piece, match: RegExpExecArray): Quota[] {
  const after = sentence.text.slice(match.index + match[0].length, match.index + match[0].length + 70);
  const count = findCounts(after)[0];
  if (!count || !/^[^,;.]*$/u.test(after.slice(0, count.from))) return [];
  return [
    {
      actor,
      kind: 'product',
      product: count.unit,
      minCount: count.count,
      per: null,
      deadline: deadlineIn(sentence.text),
      to: addressee(sentence.text),
      piece: sentence,
      sure: 0.65,
    },
  ];
}

function personQuota(actor: string | null, sentence: Piece, match: RegExpExecArray): Quota {
  const product =
    /^(?:cán bộ|giáo viên|viên chức|chuyên viên|công chức|nhân viên|người|đồng chí|đầu mối|cộng tác viên|lãnh đạo)/iu.exec(
      match[2]!,
    )![0];
  const spans = placeOf(sentence, match.index, match.index + match[0].length);
  return {
    actor,
    kind: 'person',
    product,
    minCount: numberOf(match[1]!),
    per: null,
    deadline: null,
    to: null,
    piece: { text: match[0].trim(), spans },
    sure: 0.85,
  };
}

function rhythmQuotas(
  actor: string | null,
  sentence: Piece,
  rhythm: RegExpMatchArray,
  next: RegExpMatchArray | undefined,
): Quota[] {
  const per = periodOf(rhythm[1] ?? rhythm[2] ?? rhythm[3] ?? rhythm[4] ?? '');
  if (per === null || isNoQuota(sentence.text, rhythm)) return [];
  const after = sentence.text.slice(rhythm.index! + rhythm[0].length, next?.index);
  const before = sentence.text.slice(0, rhythm.index!);
  const base = {
    actor: actorWithin(before) ?? actor,
    per,
    deadline: deadlineOf(sentence.text, rhythm),
    to: addressee(sentence.text),
  };
  const counts = countsNear(before, after, rhythm[4] !== undefined);
  const piece = { text: sentence.text, spans: sentence.spans };
  if (counts.length > 0)
    return counts.map(({ count, unit }) => ({
      ...base,
      kind: 'product' as const,
      product: unit,
      minCount: count,
      piece,
      sure: 0.88,
    }));
  const information = /(?:cung cấp|gửi|báo cáo|phản ánh)\s+(?:[^,;.]*?)(thông tin[^,;.]{0,40})/iu.exec(sentence.text);
  const handedIn =
    /(?:nộp|gửi|cung cấp|viết|đăng|phát hành|tổng hợp|giới thiệu|bàn giao|lưu trữ|tổ chức|thực hiện|xuất bản|cập nhật|xây dựng)\s+([^,;.]{2,60})/iu.exec(
      sentence.text,
    );
  if (information)
    return [{ ...base, kind: 'information', product: information[1]!.trim(), minCount: null, piece, sure: 0.75 }];
  if (
    !handedIn ||
    !/(?:ảnh|tin|bài|thông tin|báo cáo|video|tư liệu|sản phẩm|danh sách|file|bản tin|gương|chuyên mục)(?![\p{L}])/iu.test(
      sentence.text,
    )
  )
    return [];
  if (/(?:báo cáo|họp)(?![\p{L}])/iu.test(handedIn[0]) && !/(?:ảnh|tin, bài|bài viết)/iu.test(sentence.text)) return [];
  return [{ ...base, kind: 'product', product: handedIn[1]!.trim(), minCount: null, piece, sure: 0.7 }];
}

/** "… trước ngày 25 hàng tháng" after "mỗi tháng …" only says the day. */
const isDayOf = (text: string, rhythm: RegExpMatchArray, second: boolean): boolean =>
  second && /ngày\s+\d{1,2}\s*$/iu.test(text.slice(0, rhythm.index));

function periodOf(words: string): QuotaPeriod | null {
  return PERIODS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(words))?.[0] ?? null;
}

/** "ngân sách hàng năm", "cuối mỗi năm học … tổng kết" say how money or life runs, not what is owed. */
function isNoQuota(text: string, rhythm: RegExpMatchArray): boolean {
  const before = foldLetters(text.slice(Math.max(0, rhythm.index! - 30), rhythm.index!));
  return (
    /(?:ngan sach|kinh phi|du toan|ke hoach|bao cao|danh gia|hoat dong|thong ke|xep loai|thi dua|phat trien) $/.test(
      before,
    ) && /^(?:hàng|hằng) (?:năm|tháng|quý|tuần)/iu.test(rhythm[0])
  );
}

/** Counts after "mỗi tháng" up to the end of the clause; for "02 bài/tháng" the count just before. */
function countsNear(before: string, after: string, slashed: boolean): { count: number; unit: string }[] {
  if (slashed) return findCounts(before).slice(-1);
  const found = findCounts(after);
  if (found.length > 0)
    return found.filter((count, i) => i === 0 || isJoined(after.slice(found[i - 1]!.to, count.from)));
  const least = AT_LEAST.exec(before.slice(-90));
  const close = findCounts(before.slice(-60)).at(-1);
  if (least && !/[.;]/.test(before.slice(before.lastIndexOf(least[0])))) {
    const counted = findCounts(`${least[1]} ${least[2]}`)[0];
    if (counted) return [counted];
  }
  return close &&
    before.length - (before.length - Math.min(60, before.length) + close.to) <= 25 &&
    !/[.;]/.test(before.slice(-25))
    ? [close]
    : [];
}

const isJoined = (between: string): boolean => /^[^.;]{0,30}$/u.test(between) && /(?:và|,|\+|;)/u.test(between);

/** "mỗi trường mỗi tháng gửi …", "các tổ mỗi tháng …": who owes is named in the clause. */
function actorWithin(before: string): string | null {
  const text = before.trim().replace(/[,:]$/, '');
  if (text.length < 4 || text.split(' ').length > 7 || /[,;.\d]/.test(text)) return null;
  return looksLikeActor(text) &&
    !/(?:gửi|viết|nộp|cung cấp|có|thực hiện|tổ chức|phát|đăng|chủ động|phối hợp)(?![\p{L}])/iu.test(text)
    ? text
    : null;
}

function deadlineOf(text: string, rhythm: RegExpMatchArray): string | null {
  if (/^(?:vào )?(?:đầu|giữa|cuối|kết thúc|sau)/iu.test(rhythm[0]))
    return rhythm[0].replace(/^vào /iu, '').toLowerCase();
  return deadlineIn(text);
}

function deadlineIn(text: string): string | null {
  return /(?:trước|vào|chậm nhất)\s+ngày\s+\d{1,2}(?![\d/])/iu.exec(text)?.[0] ?? null;
}

export function addressee(text: string): string | null {
  const match =
    /(?:gửi|nộp|chuyển)\s+(?:[^;.]*?\s)?(?:về|cho|đến|tới)\s+([^,;.()]{3,80}?)(?=\s+(?:để|trước|vào|mỗi|định kỳ|hàng|hằng|trong|theo|kèm)(?![\p{L}])|[,;.()]|$)/iu.exec(
      text,
    );
  return (
    match?.[1]?.trim() ??
    /(?:gửi|nộp)\s+((?:Phòng|Sở|Ban|Tổ|Văn phòng|Trung tâm|UBND|Bộ)\s[^,;.()]{2,70}?)(?=\s+(?:để|trước|vào|mỗi)(?![\p{L}])|[,;.()]|$)/u
      .exec(text)?.[1]
      ?.trim() ??
    null
  );
}
