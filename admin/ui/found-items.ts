import { useEffect, useState } from 'react';
import { fold } from '#lib/text.ts';

export interface ItemSource<T> {
  /** Everything there is; filtered here, marks ignored. */
  items?: readonly T[];
  /** Or: asks the server as one types. */
  search?: (typed: string, signal: AbortSignal) => Promise<readonly T[]>;
  labelOf: (item: T) => string;
}

/** Every word of what was typed is in the label, marks ignored: 'so gd' finds 'Sở Giáo dục'. */
export function matches(label: string, typed: string): boolean {
  const target = fold(label);
  return fold(typed)
    .split(' ')
    .every((word) => target.includes(word));
}

/** The items that fit what was typed; `busy` while the server is asked. */
export function useFoundItems<T>({ items, search, labelOf }: ItemSource<T>, typed: string, open: boolean) {
  const [found, setFound] = useState<readonly T[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!search || !open) return;
    const stop = new AbortController();
    setBusy(true);
    const wait = setTimeout(async () => {
      const answer = await search(typed, stop.signal).catch(() => undefined);
      if (stop.signal.aborted) return;
      setFound(answer ?? []);
      setBusy(false);
    }, 150);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [search, typed, open]);
  if (items) return { found: items.filter((item) => matches(labelOf(item), typed)).slice(0, 100), busy: false };
  return { found, busy };
}
