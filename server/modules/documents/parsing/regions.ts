import { isCapitals } from './fold.ts';
import { roleLead } from './heading.ts';
import { ANNEX } from './lexicon/sections.ts';
import { type Entry, isBullet, isLine, type Line } from './lines.ts';
import { rolesOf } from './roles.ts';
import { isPlainPost, isSignerLine, looksLikePersonName } from './signer-lines.ts';
import { findTitle, isDocumentName, type TitleFound } from './title.ts';

/** A plan cut into the parts that its form prescribes. */
export interface Regions {
  /** Above the name of the document: bodies, number, place and date. */
  letterhead: Line[];
  title: TitleFound | null;
  /** Between title and first section: bases and opening. */
  preamble: Line[];
  body: Entry[];
  closing: Line[];
  /** "Nơi nhận" and what is listed under it. */
  recipients: Line[];
  signer: Line[];
  /** After the signature. */
  annex: Entry[];
}

export function findRegions(entries: readonly Entry[]): Regions {
  const regions = cut(entries);
  return (regions.title && ISSUES_PLAN.test(regions.title.docType.text) && attachedPlan(regions)) || regions;
}

const ISSUES_PLAN = /^(?:quyết định|nghị quyết|thông báo|công văn)$/iu;

/** "QUYẾT ĐỊNH ban hành Kế hoạch …": what is read is the plan printed behind the decision's signature. */
function attachedPlan(regions: Regions): Regions | null {
  const plan = cut(regions.annex);
  if (!plan.title || ISSUES_PLAN.test(plan.title.docType.text)) return null;
  const lines = [...(regions.title?.lines ?? []), ...plan.letterhead, ...plan.title.lines];
  return {
    ...plan,
    letterhead: regions.letterhead,
    title: { ...plan.title, lines },
    preamble: [...regions.preamble, ...plan.preamble],
    recipients: [...regions.recipients, ...plan.recipients],
    signer: regions.signer.length > 0 ? regions.signer : plan.signer,
  };
}

function cut(entries: readonly Entry[]): Regions {
  const lines = entries.filter((entry): entry is Line => isLine(entry));
  const title = findTitle(lines);
  const titleEnd = title ? entries.indexOf(title.lines.at(-1)!) + 1 : 0;
  const titleStart = title ? entries.indexOf(title.lines[0]!) : 0;
  const tail = findTail(entries, title ? titleEnd : letterheadEnd(entries));
  const annexStart = entries.findIndex((entry, i) => i > titleEnd && i < tail.start && isAnnexHead(entry));
  const end = annexStart >= 0 ? annexStart : tail.start;
  const bodyStart = findBodyStart(entries, title ? titleEnd : letterheadEnd(entries), end);
  const closingStart = findClosing(entries, bodyStart, end);
  const linesOf = (from: number, to: number) => entries.slice(from, to).filter(isLine);
  return {
    letterhead: title ? linesOf(0, titleStart) : linesOf(0, letterheadEnd(entries)),
    title,
    preamble: title ? linesOf(titleEnd, bodyStart) : linesOf(letterheadEnd(entries), bodyStart),
    body: entries.slice(bodyStart, closingStart),
    closing: linesOf(closingStart, end),
    ...tail.parts,
    annex: [...entries.slice(end, tail.start), ...tail.parts.annex],
  };
}

/** Without a document name: everything to the line with number or date belongs to the letterhead. */
function letterheadEnd(entries: readonly Entry[]): number {
  const last = entries
    .slice(0, 15)
    .findLastIndex(
      (entry) => isLine(entry) && /^so\s*[:/]|ngay[\s\d.…]+thang[\s\d.…]+nam|^(?:cong hoa|doc lap)/.test(entry.fold),
    );
  return last + 1;
}

/** The first heading after the title: a first Roman number, capitals or "1." that name a section. */
function findBodyStart(entries: readonly Entry[], from: number, to: number): number {
  const at = entries.findIndex(
    (entry, i) => i >= from && i < to && (isLine(entry) ? opensBody(entry, entries[i + 1]) : true),
  );
  return at >= 0 ? at : afterOpening(entries, from, to);
}

function opensBody(line: Line, next: Entry | undefined): boolean {
  const number = line.numbers[0];
  const roles = line.text.length <= 150 ? rolesOf(line.fold) : [];
  if (/^(?:can cu|thuc hien|trien khai|theo)\b/.test(line.fold) && !isCapitals(line.text) && !number) return false;
  if (number && number.kind !== 'bullet') {
    if (number.kind === 'roman' || number.kind === 'part' || number.kind === 'capital') return number.value <= 2;
    return number.value === 1 && (roles.length > 0 || line.para.bold || isCapitals(line.text));
  }
  if (roleLead(line) > 0 && !/^(?:de|nham|thuc hien|trien khai|can cu)\b/.test(line.fold)) return true;
  if (number || roles.length === 0 || /[.;,]$/.test(line.text)) return false;
  return (
    isCapitals(line.text) ||
    ((line.para.bold || line.text.split(' ').length <= 8) &&
      next !== undefined &&
      !/[.;]$/.test(line.text) &&
      !/\bnhu sau/.test(line.fold))
  );
}

function afterOpening(entries: readonly Entry[], from: number, to: number): number {
  const opening = entries.findIndex(
    (entry, i) => i >= from && i < to && isLine(entry) && /\b(?:nhu sau|sau day|cu the)\s*:?$/.test(entry.fold),
  );
  return opening >= 0 ? opening + 1 : Math.min(from, to);
}

const isAnnexHead = (entry: Entry): boolean =>
  isLine(entry) &&
  entry.label === null &&
  ANNEX.test(entry.fold) &&
  entry.text.length < 60 &&
  (isCapitals(entry.text.slice(0, 7)) || entry.para.bold || entry.para.centred);

/** Place and date may stand over the signature instead of the head. */
export const isDateLine = (entry: Entry | undefined): boolean =>
  entry !== undefined &&
  isLine(entry) &&
  entry.text.length < 70 &&
  /\bngay[\s\d.…]+(?:thang|\/)[\s\d.…]+(?:nam|\/)\s*\d*\s*$/.test(entry.fold);

interface Tail {
  start: number;
  parts: Pick<Regions, 'recipients' | 'signer' | 'annex'>;
}

const isRecipientsHead = (entry: Entry): boolean =>
  isLine(entry) &&
  /^noi (?:nhan|gui)\b/.test(entry.fold) &&
  (entry.text.length <= 40 || /^noi (?:nhan|gui)\s*:/.test(entry.fold));

function findTail(entries: readonly Entry[], from: number): Tail {
  const head = entries.findLastIndex((entry, i) => i >= from && isRecipientsHead(entry));
  const signerFrom = head >= 0 ? Math.max(from, head - 8) : Math.max(from, entries.length - 25);
  const signer = entries.findIndex((entry, i) => i >= signerFrom && isLine(entry) && isSignerLine(entry));
  const starts = [head, signer].filter((at) => at >= 0);
  const first = starts.length === 0 ? entries.length : Math.min(...starts);
  const start = isDateLine(entries[first - 1]) ? first - 1 : first;
  return { start, parts: readTail(entries.slice(start)) };
}

/** Sorts the end of the document: list under "Nơi nhận", signer's lines, and annexes behind them. */
function readTail(entries: readonly Entry[]): Tail['parts'] {
  const parts: Tail['parts'] = { recipients: [], signer: [], annex: [] };
  let at = 0;
  let listing = false;
  for (; at < entries.length; at++) {
    const entry = entries[at]!;
    if (!isLine(entry) || opensAnnex(entry, parts)) break;
    if (isRecipientsHead(entry)) listing = true;
    else if (isSignerLine(entry) || isPlainPost(entry)) listing = false;
    else if (!listing && parts.signer.length > 0 && !belongsToSigner(entry)) {
      if (!isBullet(entry) && !/[;.]$/.test(entry.text)) break;
      listing = true;
    } else if (listing && looksLikePersonName(entry.text) && parts.signer.length > 0 && !isBullet(entry))
      listing = false;
    (listing ? parts.recipients : parts.signer).push(entry);
  }
  parts.annex = entries.slice(at);
  return parts;
}

function opensAnnex(line: Line, parts: Tail['parts']): boolean {
  if (parts.recipients.length + parts.signer.length === 0) return false;
  if (ANNEX.test(line.fold)) return true;
  if (isDocumentName(line) && parts.signer.some((above) => looksLikePersonName(above.text))) return true;
  const number = line.numbers[0];
  return number !== undefined && number.kind === 'roman' && (isCapitals(line.text) || line.para.bold);
}

const belongsToSigner = (line: Line): boolean =>
  looksLikePersonName(line.text) ||
  /^\(|^\[|^(?:da ky|ky ten|ky boi|chu ky)\b/.test(line.fold) ||
  (isCapitals(line.text) && line.text.length < 60);

const CLOSING =
  /^(?:tren day la|nhan duoc|trong qua trinh|yeu cau (?:toan the|tat ca|cac|thu truong|truong|lanh dao)|de nghi (?:cac|thu truong|truong|lanh dao)|can cu (?:vao )?(?:noi dung )?(?:cua )?(?:ban )?ke hoach nay|ke hoach nay\b|tren co so (?:noi dung )?ke hoach|tren tinh than|neu co (?:kho khan|vuong mac)|moi vuong mac|tren day|so (?:giao duc|gddt|gd&dt|gd-dt)\b.*\b(?:yeu cau|de nghi)|.{0,120}\b(?:nghiem tuc|trien khai) (?:trien khai |to chuc )*thuc hien(?: (?:tot|co hieu qua))?(?: ke hoach nay)?\s*\.\/\.?$)/;

/** Plain paragraphs before the signature that send the plan off. */
function findClosing(entries: readonly Entry[], from: number, tail: number): number {
  let start = tail;
  for (let i = tail - 1; i >= Math.max(from, tail - 6); i--) {
    const entry = entries[i]!;
    if (!isLine(entry)) break;
    if (/^tren day (?:la|toan bo)\b/.test(entry.fold)) return i;
    if (entry.label !== null || entry.text.length < 15 || !CLOSING.test(entry.fold)) break;
    start = i;
  }
  return start;
}
