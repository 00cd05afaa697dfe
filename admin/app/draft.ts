import { useCallback, useEffect, useRef, useState } from 'react';
import { store } from './store.ts';

export interface KeptDraft<T> {
  value: T;
  at: number;
  /** The version of the row the text was typed over. */
  base: number | undefined;
}

/**
 * Whether a kept draft is worth bringing back: it differs from what the server has. A draft typed over an older
 * version is brought back too (nobody's text is lost), and marked as such.
 */
export function restorable<T>(
  kept: KeptDraft<T> | undefined,
  current: T,
  base: number | undefined,
): 'no' | 'yes' | 'older' {
  if (!kept || JSON.stringify(kept.value) === JSON.stringify(current)) return 'no';
  return kept.base === base ? 'yes' : 'older';
}

export interface Draft<T> {
  value: T;
  set: (value: T) => void;
  /** When the text that was brought back was typed; undefined if nothing was. */
  restoredAt: number | undefined;
  /** It was typed over an older version than the one on the server. */
  older: boolean;
  /** Goes back to what the server has. */
  discard: () => void;
  /** The server has it now: nothing to keep. */
  clear: () => void;
}

const WRITE_AFTER = 300;

/**
 * Typed text that survives a lost connection, a closed window and a dead battery: kept in IndexedDB under `key`
 * from 300 ms after the last keystroke until `clear`. `initial` is what the server has, `base` its version.
 */
export function useDraft<T>(key: string, initial: T, base?: number): Draft<T> {
  const [value, setValue] = useState(initial);
  const [restored, setRestored] = useState<{ at: number; older: boolean }>();
  const waiting = useRef<{ key: string; draft: KeptDraft<T> } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);
  const start = useRef(initial);
  start.current = initial;

  const write = useCallback(() => {
    clearTimeout(timer.current);
    const now = waiting.current;
    waiting.current = undefined;
    if (now) void store('drafts').set(now.key, now.draft);
  }, []);

  useEffect(() => {
    let gone = false;
    touched.current = false;
    setValue(start.current);
    setRestored(undefined);
    void store('drafts')
      .get<KeptDraft<T>>(key)
      .then((kept) => {
        const found = restorable(kept, start.current, base);
        if (gone || touched.current || !kept || found === 'no') return;
        setValue(kept.value);
        setRestored({ at: kept.at, older: found === 'older' });
      })
      // A browser that keeps nothing (private window) still takes the text; it only cannot bring it back.
      .catch(() => undefined);
    return () => {
      gone = true;
      write();
    };
  }, [key, base, write]);

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && write();
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, [write]);

  const set = useCallback(
    (next: T) => {
      touched.current = true;
      setValue(next);
      waiting.current = { key, draft: { value: next, at: Date.now(), base } };
      clearTimeout(timer.current);
      timer.current = setTimeout(write, WRITE_AFTER);
    },
    [key, base, write],
  );
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = undefined;
    setRestored(undefined);
    void store('drafts').remove(key);
  }, [key]);
  const discard = useCallback(() => {
    clear();
    setValue(start.current);
  }, [clear]);
  return { value, set, restoredAt: restored?.at, older: restored?.older ?? false, discard, clear };
}
