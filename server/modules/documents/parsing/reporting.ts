import type { DraftDeliverable, DraftReporting } from '#lib/plan-draft.ts';
import { findCounts } from './counts.ts';
import { looksLikeActor } from './lexicon/units.ts';
import type { Piece } from './lines.ts';
import { placeOf, sentences } from './sentences.ts';
import { readTime, type YearSense } from './time.ts';

export interface Report extends Pick<DraftReporting, 'actor' | 'per' | 'due' | 'to'> {
  piece: Piece;
}

const REPORTS = /(?<![\p{L}])(?:gửi |tổng hợp,? |lập )?báo cáo(?! viên| chuyên đề khoa học)(?![\p{L}])/iu;
const TO =
  /báo cáo(?:\s+[^,;.]*?)?\s+(?:về|cho|gửi|đến|lên)\s+([^,;.]{3,70}?)(?=\s+(?:trước|vào|để|theo|chậm|định kỳ|khi|hàng|trong)(?![\p{L}])|[,;.]|$)/iu;
const TO_BODY =
  /báo cáo\s+(?:với\s+|lên\s+)?((?:Lãnh đạo |Giám đốc )?(?:Bộ trưởng|Bộ|Sở|Phòng|UBND|Ủy ban nhân dân|Hiệu trưởng|Ban giám hiệu|BGH|Ban Giám hiệu|Chủ tịch)[^,;.]{0,50}?)(?=\s+(?:kết quả|những|các|tình hình|trước|vào|để|về|theo|khi)(?![\p{L}])|[,;.]|$)/u;

/** Reports that a duty asks for: who, to whom, by when. */
export function readReports(actor: string | null, duty: Piece, years: YearSense | null): Report[] {
  return sentences(duty).flatMap((sentence) => {
    const found = REPORTS.exec(sentence.text);
    const subject = found ? subjectBefore(sentence.text.slice(0, found.index)) : null;
    if (!found || !(subject || isRequest(sentence.text, found.index))) return [];
    const due = readTime(sentence.text, years).deadline;
    const to = TO_BODY.exec(sentence.text)?.[1] ?? TO.exec(sentence.text)?.[1] ?? null;
    if (!due && !to && !/định kỳ|hàng (?:tháng|quý|năm)|theo quy định|cuối|kết quả/iu.test(sentence.text)) return [];
    return [{ actor: actor ?? subject, per: perOf(sentence.text), due, to: to?.trim() ?? null, piece: sentence }];
  });
}

/** "bài, báo cáo đã có" and "báo cáo sơ kết" as objects of another verb are no request of their own. */
const isRequest = (text: string, at: number): boolean =>
  at === 0 || /(?:[,;]|\svà|kết quả|hợp|thời|hiện|tháng|năm|quý|gửi|kỳ|để|xử lý)\s*$/iu.test(text.slice(0, at));

/** "Các đơn vị báo cáo …": who reports, where the sentence starts with the name. */
function subjectBefore(text: string): string | null {
  const name = text.trim();
  return name !== '' && name.split(' ').length <= 8 && !/[,;.:]/.test(name) && looksLikeActor(name) ? name : null;
}

function perOf(text: string): DraftReporting['per'] {
  if (/(?:hàng|hằng|mỗi) tháng|định kỳ tháng/iu.test(text)) return 'month';
  if (/(?:hàng|hằng|mỗi) quý/iu.test(text)) return 'quarter';
  if (/(?:mỗi|từng|cuối) học k/iu.test(text)) return 'semester';
  if (/(?:hàng|hằng|mỗi) tuần/iu.test(text)) return 'week';
  return /(?:hàng|hằng|mỗi) năm/iu.test(text) ? 'year' : null;
}

export interface Deliverable extends Pick<DraftDeliverable, 'actor' | 'product' | 'count' | 'due'> {
  piece: Piece;
}

const MAKES =
  /(?<![\p{L}])(?:tổ chức|xây dựng|biên soạn|phát hành|sản xuất|thành lập|thiết kế|xuất bản|lập|tham mưu xây dựng|tham mưu tổ chức|ban hành|mở|vận hành|in)\s+((?:(?:\d{1,3}|các|một|hai|ba)\s+)?(?:bản tin|tập huấn|hội nghị tập huấn|lớp tập huấn|cuộc thi|hội thi|kịch bản|đội ngũ|đoàn phóng viên|các đoàn phóng viên|phóng sự|video|bộ tài liệu|tài liệu|cẩm nang|sổ tay|danh mục|chuyên trang|chuyên mục|đường dây nóng|hội thảo|tọa đàm|triển lãm|số bản tin|số|ngày hội|đội phóng viên|infographic|nội san|kỷ yếu|tập san|quy chế|fanpage|trang thông tin)(?![\p{L}])[^,;.]{0,80})/giu;

/** One-off products and events that a duty asks for. */
export function readDeliverables(actor: string | null, duty: Piece, years: YearSense | null): Deliverable[] {
  return sentences(duty).flatMap((sentence) => {
    if (/(?:mỗi|hàng|hằng|định kỳ)\s/iu.test(sentence.text)) return [];
    return [...sentence.text.matchAll(MAKES)].map((match) => {
      const name = match[1]!
        .replace(/\s+(?:về|cho|theo|trước|trong|để|tại|với|là|phục vụ|chào mừng|số \d+|“).*$/isu, '')
        .replace(/^(?:\d+|các|một|hai|ba)\s+/iu, '');
      const spans = placeOf(sentence, match.index, match.index + match[0].length);
      return {
        actor,
        product: name.trim(),
        count: findCounts(match[1]!)[0]?.count ?? null,
        due: readTime(sentence.text, years).deadline,
        piece: { text: match[0].trim(), spans },
      };
    });
  });
}
