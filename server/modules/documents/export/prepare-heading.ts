import { balancedLines, textWidth } from '#lib/font-metrics.ts';
import type { PlanDocument } from '#lib/plan-document.ts';
import { capitals, cleanText } from './clean-text.ts';
import { organBreak, titleBreak } from './line-breaks.ts';
import { headingColumns, sizes, textWidthOf } from './page.ts';
import type { PreparedHeading } from './prepared.ts';

export const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Rules under the issuing body and the title: the Decree asks for 1/3 to 1/2 of the text's length. */
const RULE_SHARE = 0.4;

/** Room left and right of a name in its column, so that it does not touch Quốc hiệu. Points. */
const COLUMN_GAP = 8;

/** Blank that văn thư fills in by hand or by machine: wide enough for the digits. */
const BLANK_NUMBER = '\u00a0'.repeat(8);
const BLANK_DAY = '\u00a0'.repeat(6);

/** The heading above the body: bodies, number, place and date, type and abstract. */
export function prepareHeading(plan: PlanDocument): PreparedHeading {
  const { upperBody, issuingBody, organSize } = bodies(plan);
  const title = titleLines(plan.title);
  const placeDate = placeAndDate(plan);
  const fits = textWidth(placeDate, 'italic', sizes.placeDate) <= headingColumns[1];
  return {
    upperBody,
    issuingBody,
    organSize,
    issuingRule: ruleUnder(issuingBody, organSize),
    draftMark: plan.draftMark ? capitals(plan.draftMark) : null,
    motto: MOTTO,
    mottoRule: textWidth(MOTTO, 'bold', sizes.motto),
    numberLine: numberLine(plan),
    placeDate,
    placeDateSize: fits ? sizes.placeDate : sizes.placeDateSmall,
    docType: capitals(plan.docType) || null,
    title,
    titleRule: ruleUnder(title, sizes.body),
  };
}

/** Names at 13 points; at 12, the Decree's least, where that sets both on one line each. */
function bodies(plan: PlanDocument): Pick<PreparedHeading, 'upperBody' | 'issuingBody' | 'organSize'> {
  const set = (organSize: number) => ({
    upperBody: bodyLines(plan.upperBody ?? '', 'regular', organSize),
    issuingBody: bodyLines(plan.issuingBody, 'bold', organSize),
    organSize,
  });
  const small = set(sizes.organSmall);
  const usual = set(sizes.organ);
  return isSingle(small) && !isSingle(usual) ? small : usual;
}

const isSingle = (set: { upperBody: string[]; issuingBody: string[] }) =>
  set.upperBody.length <= 1 && set.issuingBody.length <= 1;

function bodyLines(name: string, style: 'regular' | 'bold', size: number): string[] {
  const width = headingColumns[0] - COLUMN_GAP;
  const lines = balancedLines(capitals(name), { style, size, width, breakWorth: organBreak });
  return lines.filter((line) => line !== '');
}

function titleLines(title: string): string[] {
  const width = textWidthOf(false) * 0.92;
  const lines = balancedLines(cleanText(title), { style: 'bold', size: sizes.body, width, breakWorth: titleBreak });
  return lines.filter((line) => line !== '');
}

/** A share of the longest line, so that the rule suits a name of several lines too. */
function ruleUnder(lines: string[], size: number): number {
  const longest = Math.max(0, ...lines.map((line) => textWidth(line, 'bold', size)));
  return longest * RULE_SHARE;
}

/** 'Số: 05/KH-SGDĐT'; numbers below 10 take a zero. */
function numberLine(plan: PlanDocument): string {
  const number = cleanText(plan.number ?? '');
  const symbol = cleanText(plan.symbol).replace(/^\/+/, '');
  const printed = /^\d$/.test(number) ? `0${number}` : number || BLANK_NUMBER;
  return symbol === '' ? `Số: ${printed}` : `Số: ${printed}/${symbol}`;
}

/** 'Thanh Hà, ngày 05 tháng 02 năm 2026'; days below 10 and months 1 and 2 take a zero. */
function placeAndDate(plan: PlanDocument): string {
  const place = cleanText(plan.place);
  const date = plan.date ? /^(\d{4})-(\d{2})-(\d{2})/.exec(plan.date) : null;
  const day = date
    ? `ngày ${date[3]} tháng ${Number(date[2]) <= 2 ? date[2] : Number(date[2])} năm ${date[1]}`
    : `ngày${BLANK_DAY}tháng${BLANK_DAY}năm ${plan.year}`;
  return place === '' ? day : `${place}, ${day}`;
}
