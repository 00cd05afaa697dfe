import { bodyLength } from './body-names.ts';
import { isLine, type Line, type Piece, piece } from './lines.ts';
import { type Node, walk } from './node.ts';
import { findReferences, type Reference, unnumberedReference } from './references.ts';

export interface Basis extends Reference {
  piece: Piece;
  sure: number;
}

export interface PreambleFound {
  bases: Basis[];
  /** "Căn cứ tình hình thực tế …": a basis that is no document. */
  others: Piece[];
  opening: Piece | null;
}

const LEAD =
  /^(?:[-–+•*]\s*)?(?:căn cứ(?: vào| theo)?|thực hiện(?: theo)?|triển khai(?: thực hiện)?|(?:để|nhằm) (?:triển khai(?: thực hiện)?|thực hiện)|tiếp tục (?:triển khai )?(?:thực hiện)?|thi hành|trên cơ sở|theo(?: tinh thần)?|xét(?: đề nghị của)?)(?:\s+(?:các|nội dung|tinh thần|sự chỉ đạo))*\s*:?\s*/iu;
const ENDS_OPENING = /(?:như sau|sau đây|cụ thể|nội dung sau)\s*[:.]?$/iu;
const ISSUES = /(?:ban hành|xây dựng|triển khai|tổ chức|lập|đề ra|báo cáo)(?![\p{L}])/iu;

/**
 * Sorts the paragraphs between title and first section into bases and the opening sentence.
 * @param listed true below a heading "Căn cứ": every paragraph is a basis
 */
export function readPreamble(lines: readonly Line[], listed = false): PreambleFound {
  const found: PreambleFound = { bases: [], others: [], opening: null };
  let listing = listed;
  for (const line of lines) {
    if (line.text === '') continue;
    const lead = LEAD.exec(line.text)?.[0].length ?? 0;
    const own = lead > 0 || (listing && (listed || line.label !== null));
    if (lead > 0 && lead >= line.text.length - 1) listing = true;
    else if (own) readBasis(line, lead, found);
    else if (line.text.length > 20 && (!found.opening || ENDS_OPENING.test(line.text))) found.opening = piece(line);
    if (own && !found.opening) found.opening = openingInside(line);
  }
  return found;
}

/** "Thực hiện Quyết định số …, Bộ GDĐT ban hành Kế hoạch … như sau:" is a basis and the opening in one paragraph. */
function openingInside(line: Line): Piece | null {
  const cut = openingCut(line);
  return cut === null ? null : piece(line, cut);
}

function openingCut(line: Line): number | null {
  if (!ENDS_OPENING.test(line.text) && !/:$/.test(line.text)) return null;
  for (const comma of [...line.text.matchAll(/[,;.]\s+/g)].reverse()) {
    const at = comma.index + comma[0].length;
    const rest = line.text.slice(at).replace(/^nay,?\s+/iu, '');
    const name =
      bodyLength(rest) || /^(?:nhà trường|trường|đơn vị|trung tâm|ban)(?![\p{L}])/iu.exec(rest)?.[0].length || 0;
    if (name > 0 && ISSUES.test(rest.slice(name, name + 60))) return at;
  }
  return null;
}

function readBasis(line: Line, lead: number, found: PreambleFound): void {
  const end = openingCut(line) ?? line.text.length;
  const text = line.text.slice(0, end).replace(/[,\s]+$/, '');
  for (const [from, to] of segments(text, lead)) {
    const basis = basisIn(line, text, lead, [from, to]);
    if (basis) found.bases.push(basis, ...furtherBases(line, text, [from, to], basis));
    else if (from <= lead) found.others.push(piece(line, 0, to));
  }
}

/** "xét đề nghị của Giám đốc Sở … tại Tờ trình số …": how far behind the words of a basis its document may stand. */
const REQUESTED = 80;

/** Several documents in one paragraph are separated by semicolons. */
function segments(text: string, lead: number): [number, number][] {
  const parts: [number, number][] = [];
  let from = 0;
  for (const mark of text.matchAll(/;\s+/g)) {
    const next = mark.index + mark[0].length;
    const lead = LEAD.exec(text.slice(next))?.[0].length ?? 0;
    const near = lead > 0 ? REQUESTED : 12;
    if (!findReferences(text.slice(next + lead, next + lead + 160)).some((reference) => reference.from < near))
      continue;
    parts.push([from, mark.index + 1]);
    from = next;
  }
  parts.push([from, text.length]);
  return parts.map(([a, b]) => [a === 0 ? lead : a, b]);
}

function basisIn(line: Line, text: string, lead: number, [from, to]: [number, number]): Basis | null {
  const part = text.slice(from, to);
  const numbered = findReferences(part)[0];
  const named = unnumberedReference(part);
  if (!numbered && named && !isDocument(part, named)) return null;
  const chosen = numbered && (!named || isSame(part, named, numbered)) ? numbered : named;
  if (!chosen) return null;
  const whole = piece(line, from === lead ? 0 : from, to);
  const issuer = chosen.issuer ?? askedBy(text, from + chosen.from);
  return { ...chosen, issuer, piece: whole, sure: chosen.ref ? 0.95 : 0.75 };
}

/** "Theo đề nghị của Phòng … tại Tờ trình số …", "các Quyết định của Thủ tướng Chính phủ: số …": the issuer stands first. */
function askedBy(text: string, to: number): string | null {
  const lead = /của\s+(?=\p{Lu})([^;]{3,120}?)\s*(?:tại|:)\s*$/u.exec(text.slice(0, to));
  const length = lead ? bodyLength(lead[1]!) : 0;
  return length > 0 && length >= lead![1]!.length - 1 ? lead![1]! : null;
}

/** "Nghị định số … và Nghị định số …": documents that stand beside the first, not in its subject. */
function furtherBases(line: Line, text: string, [from, to]: [number, number], first: Basis): Basis[] {
  const part = text.slice(from, to);
  const all = findReferences(part);
  const further: Basis[] = [];
  let open = all[0]?.ref === first.ref;
  for (const reference of all.slice(1)) {
    open &&= /(?:[,;]|\s(?:và|cùng|cùng với))\s*(?:các\s+|của\s+)?$/u.test(part.slice(0, reference.from));
    if (open)
      further.push({ ...reference, piece: piece(line, from + reference.from, from + reference.end), sure: 0.8 });
  }
  return further;
}

/** A number behind another document's words belongs to its subject ("Kế hoạch … thực hiện Nghị quyết số …"), unless it carries it. */
function isSame(text: string, named: Reference, numbered: Reference): boolean {
  if (numbered.type === named.type && numbered.from <= named.from + 90) return true;
  return (
    numbered.from <= named.from ||
    /(?:ban hành|kèm theo|tại|theo)(?: kèm)?(?: theo)?\s*$/iu.test(text.slice(0, numbered.from))
  );
}

/** Without a number it counts as a document where it is named as one: in capitals, with issuer, date, subject or the name of a law. */
function isDocument(text: string, named: Reference): boolean {
  if (!/^\p{Lu}/u.test(text.slice(named.from))) return false;
  return (
    named.date !== null ||
    named.issuer !== null ||
    named.title !== null ||
    /^(?:Luật|Điều lệ|Pháp lệnh)$/.test(named.type)
  );
}

/** A section "Căn cứ" lists the bases that others print before the first section. */
export function withBasisSection(preamble: PreambleFound, root: Node): PreambleFound {
  const section = root.children.find((node) => node.role === 'basis');
  if (!section) return preamble;
  const lines = [
    ...section.body.filter(isLine),
    ...[...walk(section)].flatMap((node) => [...(node.line ? [node.line] : []), ...node.body.filter(isLine)]),
  ];
  const listed = readPreamble(lines, true);
  return {
    bases: [...preamble.bases, ...listed.bases],
    others: [...preamble.others, ...listed.others],
    opening: preamble.opening,
  };
}
