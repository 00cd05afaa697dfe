import type { DraftSigner } from '#lib/plan-draft.ts';
import { isCapitals } from './fold.ts';
import type { Line, Piece } from './lines.ts';
import { joinPieces, piece } from './lines.ts';
import { CAPACITY, isPlainPost, isSignerLine, looksLikePersonName } from './signer-lines.ts';

export interface SignerFound {
  signer: DraftSigner;
  posts: Piece | null;
  name: Piece | null;
}

/** Capacity, post and name under the plan. */
export function readSigner(lines: readonly Line[]): SignerFound | null {
  const start = startOf(lines);
  if (start < 0) return null;
  const posts: Line[] = [];
  let at = start;
  for (; at < lines.length && isPostLine(lines[at]!, posts); at++) posts.push(lines[at]!);
  const name = lines.slice(at).find((line) => looksLikePersonName(line.text));
  const signer = readPosts(joinCapacity(posts.map((line) => line.text.trim())));
  const named = name
    ? { ...signer, name: name.text.replace(/^(?:(?:ThS|TS|PGS|GS|Thạc sĩ|Tiến sĩ|NGƯT|NGND)\.?\s*)+/u, '').trim() }
    : signer;
  return {
    signer: named,
    posts: joinPieces(
      posts.map((line) => piece(line)),
      ' ',
    ),
    name: name ? piece(name) : null,
  };
}

/** Where two people sign, the one who issues stands under a post, not under "người lập". */
function startOf(lines: readonly Line[]): number {
  const issuing = lines.findIndex(
    (line) => isSignerLine(line) && !/^(?:nguoi|xac nhan|duyet|phe duyet)\b/.test(line.fold),
  );
  if (issuing >= 0) return issuing;
  return lines.findIndex((line) => isSignerLine(line) || isPlainPost(line));
}

function isPostLine(line: Line, above: readonly Line[]): boolean {
  if (/^(?:TM|KT|TL|TUQ)\.?$/.test(line.text)) return true;
  if (isPlainPost(line)) return true;
  if (line.label !== null || !isCapitals(line.text)) return false;
  if (above.length === 0) return true;
  // A name may be printed in capitals too; posts hold words that names do not.
  return (
    isSignerLine(line) || (!looksLikePersonName(line.text) && above.length < 4) || CAPACITY.test(above.at(-1)!.text)
  );
}

/** "TM." alone on its line belongs to the next; of "TM. ỦY BAN … / KT. CHỦ TỊCH" the nearer capacity is the signer's own. */
function joinCapacity(lines: string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (/^(?:TM|KT|TL|TUQ)\.?$/.test(joined.at(-1) ?? ''))
      joined[joined.length - 1] = `${joined.at(-1)!.replace(/\.?$/, '.')} ${line}`;
    else joined.push(line);
  }
  const last = joined.findLastIndex((line) => CAPACITY.test(line));
  return last > 0 ? joined.slice(last) : joined;
}

function readPosts(lines: string[]): DraftSigner {
  const [first, ...rest] = lines;
  const capacity = first ? CAPACITY.exec(first) : null;
  if (!first || !capacity) return { mode: null, onBehalfOf: null, position: lines.join(' ') || null, name: null };
  const mode = `${(capacity[1] ?? capacity[2] ?? '').replace('/', '')}.` as DraftSigner['mode'];
  const of = first.slice(capacity[0].length).trim();
  // "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC" on one line, and names of bodies that run over two lines.
  const inline =
    rest.length === 0
      ? /^(.*?)\s+(PHÓ\s.+|CHỦ TỊCH.*|CHÁNH\s.+|HIỆU TRƯỞNG|TRƯỞNG\s.+|GIÁM ĐỐC|THỨ TRƯỞNG)$/u.exec(of)
      : null;
  if (inline) return { mode, onBehalfOf: inline[1]!, position: inline[2]!, name: null };
  const position = rest.at(-1) ?? null;
  return { mode, onBehalfOf: [of, ...rest.slice(0, -1)].join(' '), position, name: null };
}
