import { isCapitals } from './fold.ts';
import { looksLikeActor } from './lexicon/units.ts';
import { type Line, type Piece, piece } from './lines.ts';
import { rolesOf } from './roles.ts';

const MAX_HEADING = 200;
const MAX_LEAD = 110;
/** "… các nội dung sau: …", "gồm: …": the words before the colon announce a list, they are not a title. */
const ANNOUNCES = /\b(?:sau|sau day|gom|la|nhu|ve|tai|theo|rang|trong do|cu the|vi du|noi dung|yeu cau|de nghi|nham)$/;

export interface Heading {
  title: Piece | null;
  inline: Piece | null;
}

/**
 * Splits a numbered paragraph into its title and the text that goes on in the same paragraph
 * ("1. Giáo dục mầm non: Tập trung truyền thông về …"). A sentence has no title.
 * @param above true when paragraphs or sub-numbers stand below it
 * @param known end of its title where that is known from the headings beside it
 */
export function splitHeading(line: Line, above: boolean, known: number | null = null): Heading {
  const lead = known ?? boldLeadEnd(line) ?? colonLeadEnd(line);
  if (lead !== null) return { title: titlePiece(line, lead), inline: piece(line, afterLead(line, lead)) };
  if (isTitle(line, above)) return { title: titlePiece(line, line.text.length), inline: null };
  return { title: null, inline: piece(line) };
}

function isTitle(line: Line, above: boolean): boolean {
  const { text, para } = line;
  if (text.length > MAX_HEADING) return false;
  if (para.bold || para.style?.toLowerCase().startsWith('heading') || isCapitals(text)) return true;
  if (/[;,]$/.test(text)) return false;
  const words = text.split(' ').length;
  if (/\.$/.test(text)) return above && words <= 16 && !/[.;]\s/.test(text.slice(0, -1));
  if (text.endsWith(':')) return above && words <= 25;
  return above ? words <= 35 : words <= 14;
}

/** A bold lead counts as a title when a colon or a full stop sets it off from the rest. */
function boldLeadEnd(line: Line): number | null {
  const { boldLead } = line.para;
  if (boldLead < 3 || boldLead >= line.text.length || boldLead > MAX_HEADING) return null;
  const lead = line.text.slice(0, boldLead).trimEnd();
  const rest = line.text.slice(boldLead).trimStart();
  return /[:.]$/.test(lead) || /^[:.]/.test(rest) || /^[-–]\s/.test(rest) ? boldLead : null;
}

function colonLeadEnd(line: Line): number | null {
  const colon = line.text.indexOf(':');
  if (colon < 2 || colon > MAX_LEAD || colon >= line.text.length - 2) return null;
  const lead = line.text.slice(0, colon);
  if (lead.lastIndexOf('(') > lead.lastIndexOf(')')) return null;
  if (namesRole(line.fold.slice(0, colon)) && /^\p{L}/u.test(line.text.slice(colon + 1).trimStart())) return colon + 1;
  if (/[.;!?“"]/.test(lead) || ANNOUNCES.test(line.fold.slice(0, colon).trimEnd())) return null;
  if (lead.length <= 80 && looksLikeActor(lead)) return colon + 1;
  const rest = line.text.slice(colon + 1).trimStart();
  return /^["“(]?\p{Lu}/u.test(rest) && !/^\d/.test(rest) ? colon + 1 : null;
}

/**
 * End of the words before a colon that could be a title if the paragraphs beside it have one too; 0 when there are none
 * ("Nghiên cứu khoa học: phổ biến …", "Năm 2026: khảo sát …").
 */
export function possibleLead(line: Line): number {
  const colon = line.text.indexOf(':');
  if (colon < 4 || colon > 90 || colon >= line.text.length - 2) return 0;
  const lead = line.text.slice(0, colon);
  const broken = /[.;!?“"(]/.test(lead.replace(/\([^()]*\)/g, ''));
  const words = lead.split(' ').length;
  return !broken && words <= 16 && /^\p{Lu}/u.test(lead) && !ANNOUNCES.test(line.fold.slice(0, colon).trimEnd())
    ? colon + 1
    : 0;
}

/** Whether so many of a list are led by a title that the colon is their way of printing it. */
export const areLed = (leads: readonly number[]): boolean =>
  leads.length >= 3 && leads.filter((lead) => lead > 0).length >= leads.length * 0.8;

/** "Mục đích: …", "Kinh phí: …": a few words that name a known part of a plan. */
export const namesRole = (lead: string): boolean => lead.trim().split(' ').length <= 7 && rolesOf(lead).length > 0;

/** Length of such a lead in an unnumbered paragraph, 0 when there is none. */
export function roleLead(line: Line): number {
  const colon = line.text.indexOf(':');
  if (line.label !== null || colon < 4 || colon > 60 || colon >= line.text.length - 2) return 0;
  return namesRole(line.fold.slice(0, colon)) && /^\p{Lu}/u.test(line.text) ? colon + 1 : 0;
}

function afterLead(line: Line, lead: number): number {
  const gap = /^\s*[:.–-]?\s*/.exec(line.text.slice(lead))?.[0].length ?? 0;
  return lead + gap;
}

/** The title without the colon or full stop that ends it. */
export function titlePiece(line: Line, to: number): Piece {
  const text = line.text.slice(0, to).replace(/[\s:.;]+$/, '');
  return piece(line, 0, text.length);
}

/** Whether an unnumbered paragraph could be a heading at all: short, one line, not a sentence. */
export function looksLikeHeading(line: Line): boolean {
  const { text } = line;
  return (
    text.length >= 4 && text.length <= 160 && !/[.;,]$/.test(text) && /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text)
  );
}
