import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

export interface VirtualListProps<T> {
  /** Read aloud: what the list holds. */
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The usual height of a row in px; real heights are measured. */
  estimate: number;
  children: (item: T) => ReactNode;
}

/** A list of thousands of rows of which only those in the window are drawn; it scrolls with the page. */
export function VirtualList<T>({ label, items, keyOf, estimate, children }: VirtualListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => estimate,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => keyOf(items[index] as T),
  });
  return (
    <ul ref={list} aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((row) => (
        <li
          key={row.key}
          ref={rows.measureElement}
          data-index={row.index}
          aria-posinset={row.index + 1}
          aria-setsize={items.length}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${row.start - top}px)` }}
        >
          {children(items[row.index] as T)}
        </li>
      ))}
    </ul>
  );
}
