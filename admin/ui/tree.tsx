import ChevronRight from 'lucide-react/icons/chevron-right';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { cx } from './cx.ts';

export interface TreeNode {
  id: string;
  label: string;
  detail?: ReactNode;
  /** Undefined: a leaf. Empty with `lazy`: children are brought when it opens. */
  children?: readonly TreeNode[];
  lazy?: boolean;
}

export interface TreeProps {
  label: string;
  nodes: readonly TreeNode[];
  open: ReadonlySet<string>;
  onOpen: (open: Set<string>) => void;
  selected?: string;
  onSelect: (id: string) => void;
}

interface Line {
  node: TreeNode;
  level: number;
  parent: string | undefined;
  place: number;
  siblings: number;
}

function visibleLines(nodes: readonly TreeNode[], open: ReadonlySet<string>, level = 1, parent?: string): Line[] {
  return nodes.flatMap((node, index) => [
    { node, level, parent, place: index + 1, siblings: nodes.length },
    ...(node.children && open.has(node.id) ? visibleLines(node.children, open, level + 1, node.id) : []),
  ]);
}

/** An ARIA tree: arrows walk and open, Home and End jump, Enter chooses; one stop in the tab order. */
export function Tree({ label, nodes, open, onOpen, selected, onSelect }: TreeProps) {
  const lines = visibleLines(nodes, open);
  const [focused, setFocused] = useState<string>();
  const stop = lines.some((line) => line.node.id === focused) ? focused : (selected ?? lines[0]?.node.id);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = lines.findIndex((line) => line.node.id === stop);
    const line = lines[at];
    if (!line) return;
    const to = step(event.key, line, at, lines, open);
    if (to === undefined) return;
    event.preventDefault();
    if (to === 'choose') return onSelect(line.node.id);
    if (to === 'open' || to === 'close') return onOpen(turned(open, line.node.id));
    setFocused(lines[to]?.node.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')[to]?.focus();
  };
  return (
    <div role="tree" aria-label={label} onKeyDown={onKeyDown} className="flex flex-col py-1">
      {lines.map((line) => (
        <TreeLine
          key={line.node.id}
          line={line}
          open={open.has(line.node.id)}
          selected={line.node.id === selected}
          stop={line.node.id === stop}
          onSelect={() => {
            setFocused(line.node.id);
            onSelect(line.node.id);
          }}
          onTurn={() => onOpen(turned(open, line.node.id))}
        />
      ))}
    </div>
  );
}

type Step = number | 'open' | 'close' | 'choose' | undefined;

function step(key: string, line: Line, at: number, lines: Line[], open: ReadonlySet<string>): Step {
  const isOpen = open.has(line.node.id);
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, lines.length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return lines.length - 1;
    case 'ArrowRight':
      if (!line.node.children) return undefined;
      return isOpen ? Math.min(at + 1, lines.length - 1) : 'open';
    case 'ArrowLeft':
      if (line.node.children && isOpen) return 'close';
      return line.parent === undefined ? undefined : lines.findIndex((other) => other.node.id === line.parent);
    case 'Enter':
    case ' ':
      return 'choose';
    default:
      return undefined;
  }
}

function turned(open: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface TreeLineProps {
  line: Line;
  open: boolean;
  selected: boolean;
  stop: boolean;
  onSelect: () => void;
  onTurn: () => void;
}

function TreeLine({ line, open, selected, stop, onSelect, onTurn }: TreeLineProps) {
  const { node, level } = line;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={line.place}
      aria-setsize={line.siblings}
      aria-selected={selected}
      aria-expanded={node.children ? open : undefined}
      tabIndex={stop ? 0 : -1}
      onClick={onSelect}
      onKeyDown={undefined}
      style={{ paddingLeft: `${(level - 1) * 20 + 4}px` }}
      className={cx(
        'flex min-h-9 cursor-pointer items-center gap-1 rounded-md pr-3 -outline-offset-2 focus-visible:outline-2 focus-visible:outline-primary',
        selected ? 'bg-primary-soft font-semibold' : 'hover:bg-sunken',
      )}
    >
      <span
        aria-hidden
        className={cx('grid size-7 shrink-0 place-items-center text-muted', !node.children && 'invisible')}
        onClick={(event) => {
          event.stopPropagation();
          onTurn();
        }}
      >
        <ChevronRight size={16} className={cx('transition-transform', open && 'rotate-90')} />
      </span>
      <span className="min-w-0 flex-1 py-1">{node.label}</span>
      {node.detail && <span className="text-xs font-normal text-muted">{node.detail}</span>}
    </div>
  );
}
