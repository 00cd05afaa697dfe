import { namesChannel } from './channels.ts';
import { isProgramme } from './facts.ts';
import { isLine } from './lines.ts';
import { type Node, walk } from './node.ts';
import { isPlainRole } from './roles.ts';

/** "Hình thức truyền thông" that only lists channels is a part about channels, not about measures. */
export function settleForms(root: Node): void {
  for (const node of walk(root)) {
    if (node.role !== 'solution' || !isForm(node)) continue;
    const below = [node, ...walk(node)];
    const lines = below.flatMap((one) => [...(one !== node && one.line ? [one.line] : []), ...one.body.filter(isLine)]);
    const named = lines.filter((line) => namesChannel(line)).length;
    if (named > 0 && named >= lines.length / 2) for (const one of below) one.role = 'channel';
  }
}

/** "Nhiệm vụ cụ thể" whose points all say when they are done lists activities, not subjects. */
export function settleProgrammes(root: Node): void {
  for (const node of walk(root)) {
    const open = node.role === 'content' || node.role === 'solution' || node.role === null;
    if (open && (root.children.includes(node) || isPlainRole(node.line?.fold ?? '')) && isProgramme(node))
      for (const one of [node, ...walk(node)]) one.role = 'activity';
  }
}

const isForm = (node: Node): boolean => {
  const fold = node.line?.fold ?? '';
  return (
    isPlainRole(fold) &&
    /hinh thuc|phuong thuc|cach thuc|phuong tien/.test(fold) &&
    !/giai phap|bien phap|nhiem vu/.test(fold)
  );
};
