import type { DraftQuota, QuotaPeriod } from '#lib/plan-draft.ts';
import { findCounts, numberOf } from './counts.ts';
import { NUMBER_WORDS } from './lexicon/products.ts';
import type { Piece } from './lines.ts';
import { keptRhythm, rhythmicQuotas } from './quota-rhythm.ts';
import { addressee, deadlineIn } from './quota-terms.ts';
import { placeOf, sentences } from './sentences.ts';

export interface Quota extends Pick<DraftQuota, 'actor' | 'kind' | 'product' | 'minCount' | 'per' | 'deadline' | 'to'> {
  piece: Piece;
  sure: number;
}

const NUMBER = `\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')}`;
const PEOPLE =
  'cán bộ|giáo viên|viên chức|chuyên viên|công chức|nhân viên|người|đồng chí|đầu mối|cộng tác viên|lãnh đạo|đoàn viên|hội viên|thành viên|nhà giáo|học sinh|biên tập viên|phóng viên|kỹ thuật viên|tuyên truyền viên|báo cáo viên';
const PERSON = new RegExp(
  `(?:phân công|cử|bố trí|giao|chỉ định|lựa chọn)\\s+(?:ít nhất\\s+|tối thiểu\\s+)?(${NUMBER})\\s+((?:${PEOPLE})(?![\\p{L}])[^,;.]{0,60}(?![\\p{L}\\p{N}]))`,
  'iu',
);
/** "… và 01 cán bộ làm đầu mối": a second person after the first. */
const NEXT_PERSON = new RegExp(
  `^[^;.]{0,60}?(?:,|\\svà)\\s+(?:ít nhất\\s+|tối thiểu\\s+)?(${NUMBER})\\s+((?:${PEOPLE})(?![\\p{L}])[^,;.]{0,60}(?![\\p{L}\\p{N}]))`,
  'iu',
);
const WITH_REPORT =
  /báo cáo[^.;]*?(?:cùng với|kèm|lồng ghép (?:vào|trong|với)|trong)\s+(?:các )?báo cáo\s+(sơ kết|tổng kết)[^.;]*?(học k[ỳì]|năm học|năm)/iu;

/** What one duty asks for again and again, or how many people it asks for. Clauses are read one by one. */
export function readQuotas(actor: string | null, duty: Piece): Quota[] {
  const found: Quota[] = [];
  let before: { quota: Quota | undefined; ends: boolean } = { quota: undefined, ends: true };
  for (const clause of sentences(duty)) {
    const own = inSentence(actor, clause);
    const kept = own.length === 0 && !before.ends ? keptRhythm(actor, clause, before.quota) : [];
    // "mỗi năm một lần" in a measure says how often it is done; only who owes it makes it a quota.
    found.push(...[...own, ...kept].filter((quota) => actor !== null || quota.product !== 'lần'));
    before = { quota: own.at(-1), ends: !clause.text.endsWith(';') };
  }
  return found;
}

function inSentence(actor: string | null, sentence: Piece): Quota[] {
  const person = PERSON.exec(sentence.text);
  const found: Quota[] = person ? personQuotas(actor, sentence, person) : [];
  const report = WITH_REPORT.exec(sentence.text);
  if (report) return [...found, reportQuota(actor, sentence, report)];
  const { quotas, rhythmic } = rhythmicQuotas(actor, sentence);
  const each = rhythmic || person ? null : EACH_UNIT.exec(sentence.text);
  return [...found, ...quotas, ...(each ? eachQuota(actor, sentence, each) : [])];
}

/** "Báo cáo … cùng với báo cáo sơ kết học kỳ": a report with the rhythm of another. */
function reportQuota(actor: string | null, piece: Piece, match: RegExpExecArray): Quota {
  const per: QuotaPeriod = /học k/iu.test(match[2]!) ? 'semester' : 'schoolYear';
  return {
    actor,
    kind: 'report',
    product: 'báo cáo',
    minCount: null,
    per,
    deadline: null,
    to: null,
    piece,
    sure: 0.65,
  };
}

/** "mỗi lớp nộp 01 bài", "mỗi đơn vị ít nhất 02 tin, bài": once for each, without a rhythm. */
const EACH_UNIT =
  /(?<![\p{L}])(?:mỗi|từng)\s+(?:trường|đơn vị|lớp|tổ|khối|xã|phường|cơ sở|phòng|chi đoàn|giáo viên|cán bộ|thành viên|bộ phận)(?![\p{L}])/iu;

/** "… ít nhất 01 video trong học kỳ II": the time in which it is owed. */
const within = (text: string): QuotaPeriod | null =>
  /trong (?:mỗi |một |từng )?học k[ỳìỷíi](?![\p{L}])/iu.test(text) ? 'semester' : null;

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
      per: within(sentence.text),
      deadline: deadlineIn(sentence.text),
      to: addressee(sentence.text),
      piece: sentence,
      sure: 0.65,
    },
  ];
}

/** Everybody that one sentence asks for: "01 lãnh đạo phụ trách và 01 cán bộ làm đầu mối". */
function personQuotas(actor: string | null, sentence: Piece, first: RegExpExecArray): Quota[] {
  const found: Quota[] = [];
  let at = first.index;
  for (let match: RegExpExecArray | null = first; match; ) {
    const own = at + match[0].length - match[2]!.length;
    const number = at + match[0].lastIndexOf(match[1]!, match[0].length - match[2]!.length - 1);
    const next: RegExpExecArray | null = NEXT_PERSON.exec(sentence.text.slice(own));
    const to = next ? own + next[0].search(CLOSING_AND) : at + match[0].length;
    found.push(personQuota(actor, sentence, match, [found.length === 0 ? at : number, to]));
    at = own;
    match = next;
  }
  return found;
}

/** The "và" or comma before the last number of a match. */
const CLOSING_AND = new RegExp(`(?:,|\\svà)\\s+(?:ít nhất\\s+|tối thiểu\\s+)?(?:${NUMBER})\\s+(?:${PEOPLE})`, 'iu');

function personQuota(
  actor: string | null,
  sentence: Piece,
  match: RegExpExecArray,
  [from, to]: [number, number],
): Quota {
  const product = new RegExp(`^(?:${PEOPLE})`, 'iu').exec(match[2]!)![0];
  return {
    actor,
    kind: 'person',
    product,
    minCount: numberOf(match[1]!),
    per: null,
    deadline: null,
    to: null,
    piece: { text: sentence.text.slice(from, to).trim(), spans: placeOf(sentence, from, to) },
    sure: 0.85,
  };
}
