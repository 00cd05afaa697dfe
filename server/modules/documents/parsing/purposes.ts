import { itemsOf, wholePieces } from './items.ts';
import { joinPieces, type Piece, piece } from './lines.ts';
import { type Node, walk } from './node.ts';

export interface Aim {
  piece: Piece;
  kind: 'purpose' | 'requirement';
  sure: number;
}

/** Purposes and requirements, each paragraph or point one. */
export function readAims(root: Node): Aim[] {
  const aims: Aim[] = [];
  for (const node of topNodes(root)) collect(node, aims);
  return aims;
}

const isAim = (node: Node): boolean => node.role === 'purpose' || node.role === 'requirement';

function topNodes(root: Node): Node[] {
  const found: Node[] = [];
  const inside = new Set<Node>();
  for (const node of walk(root)) {
    if (inside.has(node)) for (const child of node.children) inside.add(child);
    else if (isAim(node)) {
      found.push(node);
      for (const child of node.children) inside.add(child);
    }
  }
  return found;
}

function collect(node: Node, aims: Aim[]): void {
  const both = node.roles.includes('purpose') && node.roles.includes('requirement');
  const split = node.children.some((child) => child.roles.some((role) => role === 'purpose' || role === 'requirement'));
  const kindOf = (text: Piece): Aim['kind'] => (both && !split ? kindByWords(text.text) : kindOfNode(node));
  const sure = both && !split ? 0.6 : 0.93;
  const own = node.inline ? [node.inline] : [];
  for (const text of [...own, ...itemsOf(node.body).map((item) => item.piece)])
    aims.push({ piece: text, kind: kindOf(text), sure });
  for (const child of node.children) {
    if (!isAim(child)) continue;
    if (child.roles.includes('purpose') || child.roles.includes('requirement')) collect(child, aims);
    else {
      const text = joinPieces(child.line ? wholePieces(child) : child.inline ? [child.inline] : [piece(child.line!)]);
      aims.push({ piece: text, kind: kindOf(text), sure });
    }
  }
}

const kindOfNode = (node: Node): Aim['kind'] => (node.role === 'requirement' ? 'requirement' : 'purpose');

const DEMANDS =
  /^(?:(?:các |mọi |việc |công tác |nội dung |hình thức |thông tin |hoạt động )[^.;]{0,120}?(?:phải|cần|được|bảo đảm|đảm bảo)|(?:đảm bảo|bảo đảm|thực hiện (?:nghiêm|đúng)|tuân thủ|không (?:để|làm|được|đưa)|phân công|tổ chức (?:thực hiện )?(?:nghiêm|chặt|thiết)|phối hợp|gắn|bám sát|triển khai (?:đồng bộ|kịp thời|nghiêm|có hiệu quả)))/iu;

/** Under one heading "Mục đích, yêu cầu" without sub-headings the wording decides: demands are requirements. */
function kindByWords(text: string): Aim['kind'] {
  return DEMANDS.test(text) ? 'requirement' : 'purpose';
}
