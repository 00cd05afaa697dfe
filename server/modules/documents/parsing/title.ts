import { foldLetters, isCapitals } from './fold.ts';
import { PLAN_TYPES } from './lexicon/doctypes.ts';
import { joinPieces, type Line, type Piece, piece } from './lines.ts';
import { isPlainRole } from './roles.ts';

export interface TitleFound {
  /** As printed: 'KẾ HOẠCH'. */
  docType: Piece;
  title: Piece | null;
  lines: Line[];
}

const HEAD_LINES = 40;
const FOLDED_TYPES = PLAN_TYPES.map((type) => ({ type, fold: foldLetters(type) }));
export const BASIS_LEAD =
  /^(?:-\s*)?(?:can cu|thuc hien|trien khai|thi hanh|tiep tuc thuc hien|tren co so|theo|xet de nghi|nham|de (?:trien khai|thuc hien|tiep tuc|day manh|nang cao)|thuc te)\b/;

const ISSUER =
  /^(?:bo truong|thu tuong|chu tich|giam doc|hieu truong|cuc truong|truong phong|uy ban nhan dan|hoi dong nhan dan|ban (?!hanh))/;

/** The name of the document and its abstract ("trích yếu"), which may run over several lines. */
export function findTitle(lines: readonly Line[]): TitleFound | null {
  for (const [i, line] of lines.slice(0, HEAD_LINES).entries()) {
    if (line.label !== null) continue;
    const type = typeAt(line);
    if (type) return readTitle(lines, i, type);
  }
  return null;
}

/** Length of the document's name at the start of a line: alone, or in capitals, or bold with the abstract behind it. */
function typeAt(line: Line): number | null {
  const fold = line.fold.replace(/\s+/g, ' ');
  const found = FOLDED_TYPES.find((type) => new RegExp(`^${type.fold}(?![a-z])`).test(fold));
  if (!found) return null;
  const printed = line.text.slice(0, found.fold.length);
  const alone = line.text.slice(found.fold.length).trim() === '';
  if (isCapitals(printed)) return found.fold.length;
  if (alone || ((line.para.bold || line.para.centred) && line.text.length < 250 && !/[;.:]$/.test(line.text)))
    return found.fold.length;
  return null;
}

/** 'KẾ HOẠCH' alone on its line. */
export const isDocumentName = (line: Line): boolean => line.label === null && typeAt(line) === line.text.length;

function readTitle(lines: readonly Line[], at: number, typeLength: number): TitleFound {
  const first = lines[at]!;
  const rest = piece(first, typeLength);
  const used = [first];
  const pieces: Piece[] = rest.text === '' ? [] : [rest];
  for (let i = at + 1; i < lines.length && i < at + 10; i++) {
    const line = lines[i]!;
    if (namesIssuer(line, first)) {
      used.push(line);
      break;
    }
    if (!continuesTitle(line, pieces.length === 0, used)) break;
    used.push(line);
    if (!/^\((?:kem theo|ban hanh)/.test(line.fold)) pieces.push(piece(line));
  }
  const title = pieces.length > 0 ? joinPieces(pieces, ' ') : null;
  return { docType: piece(first, 0, typeLength), title, lines: used };
}

/** "QUYẾT ĐỊNH / Ban hành Kế hoạch … / BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO": who decides is no part of the abstract. */
const namesIssuer = (line: Line, first: Line): boolean =>
  /^(?:quyet dinh|nghi quyet|chi thi)/.test(first.fold) && isCapitals(line.text) && ISSUER.test(line.fold);

function continuesTitle(line: Line, first: boolean, used: readonly Line[]): boolean {
  if (line.label !== null && !/^[-–]$/.test(line.label)) return false;
  if (BASIS_LEAD.test(line.fold) && !(first && !/[;:]$|\bso\s+\d/.test(line.fold))) return false;
  if (/\b(?:nhu sau|sau day)\s*:?$|^kinh gui/.test(line.fold) || /[;:]$/.test(line.text)) return false;
  if (first) return line.text.length <= 400;
  if (isPlainRole(line.fold)) return false;
  const above = used.at(-1)!;
  if (line.text.length > 250 || /\.$/.test(line.text)) return false;
  if (line.para.bold !== above.para.bold && used.length > 1) return false;
  if (isCapitals(line.text) && (isCapitals(above.text) || used.length === 1)) return true;
  if (isCapitals(above.text) && used.length > 1 && !line.para.bold) return /^\(|^(?:nam|giai doan)\b/.test(line.fold);
  if (line.para.bold || (line.para.centred && above.para.centred)) return true;
  return /^[(\p{Ll}]/u.test(line.text) || /^(?:nam|nam hoc|giai doan|hoc ky|quy|thang|tren dia ban)\b/.test(line.fold);
}

/** Where the name of the document is lost, the opening says it: "… ban hành Kế hoạch truyền thông năm 2026 như sau:". */
export function inferTitle(opening: Piece | null): Pick<TitleFound, 'docType' | 'title'> | null {
  const found = opening && NAMED.exec(opening.text);
  if (!opening || !found?.[1] || !found[2]) return null;
  return { docType: { ...opening, text: found[1] }, title: { ...opening, text: found[2] } };
}

const NAMED =
  /(?:ban hành|xây dựng|lập|đề ra)\s+(Kế hoạch|Chương trình|Phương án)\s+(.{8,300}?)[,;.]?(?:\s+(?:với (?:các |những )?nội dung|cụ thể|như sau|gồm|sau đây)[^,;]*)?\s*[:.]?$/iu;
