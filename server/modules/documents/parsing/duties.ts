import { possibleLead } from './heading.ts';
import { announces, itemsOf } from './items.ts';
import { startsWithBody, startsWithPost } from './lexicon/units.ts';
import { type Entry, isBullet, isLine, joinPieces, type Line, type Piece, piece } from './lines.ts';
import type { Node } from './node.ts';

export interface Duty {
  piece: Piece;
  line: Line | null;
}

export interface Responsibility {
  actor: Piece | null;
  parent: string | null;
  duties: Duty[];
  sure: number;
}

/** Who does what: the headings below "Tổ chức thực hiện" name who acts, the paragraphs under them are the duties. */
export function readDuties(root: Node): Responsibility[] {
  const found: Responsibility[] = [];
  for (const section of root.children) collectTop(section, found);
  return found;
}

function collectTop(node: Node, found: Responsibility[]): void {
  if (node.role !== 'duty') {
    for (const child of node.children) collectTop(child, found);
    return;
  }
  readList(node.body, found);
  for (const child of node.children) if (child.role === 'duty') readActor(child, null, found);
}

function readActor(node: Node, parent: string | null, found: Responsibility[]): void {
  const actor = actorOf(node);
  const named = actor !== null;
  const below = node.children.filter((child) => child.role === 'duty');
  const actorsBelow = below.filter((child) => child.title !== null && isActor(child.title.text));
  if (!named && below.length === 0 && node.inline && !node.title) {
    if (isAboutMoney(node.line!)) return;
    readSentence(node, found);
    return;
  }
  const duties: Duty[] = [];
  if (node.inline) duties.push({ piece: node.inline, line: node.line });
  const each = named && namesEach(node.body);
  if (!named && node.title && isMembership(node)) return;
  if (named && !each) duties.push(...dutiesIn(node.body));
  else readList(node.body, found);
  const nested = actorsBelow.length > 0 && actorsBelow.length >= below.length / 2;
  if (!nested) for (const child of below) duties.push({ piece: joinPieces(wholeOf(child)), line: child.line });
  if (duties.length > 0) found.push({ actor, parent, duties, sure: named ? 0.92 : 0.6 });
  if (nested) for (const child of below) readActor(child, actor?.text ?? parent, found);
}

/** "Ban Giám hiệu" over "Hiệu trưởng: …", "Phó Hiệu trưởng: …": every paragraph names its own actor before a colon. */
function namesEach(entries: readonly Entry[]): boolean {
  const lines = entries.filter(isLine).filter((line) => line.text !== '');
  return lines.length >= 2 && lines.every((line) => isActor(line.text.slice(0, possibleLead(line))));
}

/** "Thành lập Ban truyền thông" over a list of people: members, no duties. */
const isMembership = (node: Node): boolean =>
  /^(?:thanh lap|danh sach|thanh phan|nhan su|kien toan)\b/.test(node.line!.fold) &&
  node.body.filter(isLine).some((line) => /^(?:đ\/c|ông|bà|đồng chí|thầy|cô)\s*:?\s+\p{Lu}/iu.test(line.text));

/** "3. Kinh phí thực hiện do ngân sách … bảo đảm." among the duties binds nobody: it is the budget. */
const isAboutMoney = (line: Line): boolean => /^(?:nguon )?kinh phi\b/.test(line.fold) && !/[;.]\s/.test(line.text);

function wholeOf(node: Node): Piece[] {
  const head = node.line ? [piece(node.line)] : [];
  return [...head, ...node.body.filter(isLine).map((line) => piece(line)), ...node.children.flatMap(wholeOf)];
}

const dutiesIn = (entries: readonly Entry[]): Duty[] =>
  itemsOf(entries).map((item) => ({ piece: item.piece, line: item.line }));

const ADDRESSED = /^(?:đề nghị|giao(?: nhiệm vụ)?(?: cho)?|đối với|về phía|trách nhiệm của|nhiệm vụ của|yêu cầu)\s+/iu;

/** "Sở Tư pháp là cơ quan thường trực, có trách nhiệm": what follows the name. */
const CHARGE =
  /(?:,?\s+là (?:cơ quan|đơn vị|bộ phận|đầu mối)(?![\p{L}]).*|,?\s+(?:có|chịu) trách nhiệm|,?\s+thực hiện (?:các )?nhiệm vụ)$/iu;

/** The heading as the name of who acts; null where it names a subject ("Công tác kiểm tra"). */
function actorOf(node: Node): Piece | null {
  if (!node.title) return null;
  const title = node.title;
  const lead = ADDRESSED.exec(title.text)?.[0].length ?? 0;
  const text = title.text.slice(lead).replace(CHARGE, '');
  if (!isActor(text) && isSubject(text)) return null;
  const span = title.spans[0]!;
  return { text, spans: [{ block: span.block, from: span.from + lead, to: span.from + lead + text.length }] };
}

export const isActor = (text: string): boolean => startsWithBody(text) || startsWithPost(text);

/** Headings of duties that are subjects, not names. */
const isSubject = (text: string): boolean =>
  /^(?:công tác|việc|về|thời gian|tiến độ|triển khai|xây dựng|tăng cường|đẩy mạnh|thực hiện|chế độ|kiểm tra|giám sát|đánh giá|khen thưởng|thi đua|phân công|nhiệm vụ|tổ chức|thành lập|một số|các (?:bước|hoạt động|nội dung|giải pháp)|giai đoạn|bước|quy trình|lưu ý|hướng dẫn|tuyên truyền|phối hợp)(?![\p{L}])/iu.test(
    text,
  );

/** "Văn phòng Sở có trách nhiệm …", "Phòng A: chủ trì …": where the name may end and the duty begin. */
const ACTS =
  /\s*:\s*|\s+(?=(?:có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|tham mưu|chủ động|thực hiện|triển khai|xây dựng|(?<!(?:các|và|những) )tổ chức(?! (?:chính trị|xã hội|đoàn thể|đảng))|căn cứ|phụ trách|hướng dẫn|là đầu mối|làm đầu mối|cung cấp|tăng cường|bố trí|theo dõi|tiếp nhận|chỉ đạo|đôn đốc|gửi|báo cáo|phân công|tuyên truyền|quản lý|duyệt|viết|lồng ghép|đẩy mạnh|thường xuyên|tích cực|lãnh đạo(?=,? chỉ đạo)|mở|đăng|phát(?! (?:thanh|triển|ngôn))|dành|vận động|nắm|tổng hợp|biên soạn|chuẩn bị|kịp thời)(?![\p{L}]))/gu;

function splitActor(text: string): { actor: string; from: number; rest: number } | null {
  const lead = ADDRESSED.exec(text)?.[0].length ?? 0;
  const body = text.slice(lead, lead + 160);
  for (const cut of body.matchAll(ACTS)) {
    const actor = body.slice(0, cut.index);
    if (/[.;]/.test(actor)) return null;
    if (actor.length < 3 || !isActor(actor)) continue;
    const rest = lead + cut.index + cut[0].length;
    const duty = /^có trách nhiệm:?\s*/iu.exec(text.slice(rest))?.[0].length ?? 0;
    return { actor: actor.trim(), from: lead, rest: rest + duty };
  }
  return null;
}

function readSentence(node: Node, found: Responsibility[]): void {
  const line = node.line!;
  const split = splitActor(line.text);
  const own = split ? piece(line, split.rest) : node.inline!;
  const actor = split ? piece(line, split.from, split.from + split.actor.length) : null;
  found.push({
    actor,
    parent: null,
    duties: [{ piece: own, line }, ...dutiesIn(node.body)],
    sure: split ? 0.75 : 0.55,
  });
}

/** Paragraphs straight below the section: an actor named in each, or bullets under a line that names one. */
function readList(entries: readonly Entry[], found: Responsibility[]): void {
  const lines = entries.filter(isLine).filter((line) => line.text !== '');
  let current: Responsibility | null = null;
  let sign: string | null = null;
  lines.forEach((line, i) => {
    const opening = headOfList(line, lines[i + 1]);
    const under = current !== null && sign !== null && line.label !== sign && line.label !== null;
    const named = opening ?? (under ? null : namedIn(line));
    if (named) {
      current = named;
      sign = line.label ?? '';
      found.push(named);
    } else if (under || !announces(line, lines[i + 1])) {
      current ??= opened(found);
      current.duties.push({ piece: piece(line), line });
    }
  });
}

/** "Văn phòng Sở:" with the duties in the lines below. */
function headOfList(line: Line, next: Line | undefined): Responsibility | null {
  if (!headsList(line, next)) return null;
  const lead = ADDRESSED.exec(line.text)?.[0].length ?? 0;
  const end = line.text.replace(/\s*(?:có trách nhiệm|chịu trách nhiệm)?\s*:?\s*$/iu, '').length;
  return { actor: piece(line, lead, end), parent: null, duties: [], sure: 0.75 };
}

/** "Văn phòng Sở chủ trì …": actor and duty in one sentence. */
function namedIn(line: Line): Responsibility | null {
  const split = splitActor(line.text);
  if (!split) return null;
  const actor = piece(line, split.from, split.from + split.actor.length);
  return { actor, parent: null, duties: [{ piece: piece(line, split.rest), line }], sure: 0.75 };
}

function opened(found: Responsibility[]): Responsibility {
  const fresh: Responsibility = { actor: null, parent: null, duties: [], sure: 0.5 };
  found.push(fresh);
  return fresh;
}

/** A line that only names who acts, with the duties in the lines below. */
function headsList(line: Line, next: Line | undefined): boolean {
  const text = line.text.replace(ADDRESSED, '');
  if (!next || text.length > 140 || /[.;,]$/.test(text) || !isActor(text)) return false;
  if (!/:$/.test(text) && text.split(' ').length > 12) return false;
  return /:$/.test(text) || line.para.bold || (isBullet(next) && line.label !== next.label);
}
