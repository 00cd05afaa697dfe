import { useMemo, useState } from 'react';
import type { ReviewField } from '#lib/review.ts';
import type { Picked } from './pick-bar.tsx';
import { parasOf, type Source } from './source-types.ts';
import { claimAt, claimsOf } from './spans.ts';
import type { Reviewing } from './use-reviewing.ts';

/** The paragraph that was pressed; a press chooses the field that was read from it, the next press the next one. */
export function usePicking(source: Source, fields: readonly ReviewField[], { acts, chosen, setShow }: Reviewing) {
  const [picked, set] = useState<Picked>();
  const paras = useMemo(() => parasOf(source.blocks), [source.blocks]);
  const claims = useMemo(() => claimsOf(fields), [fields]);
  const pick = (block: number, words: string) => {
    const para = paras.get(block);
    if (!para) return;
    set({ para, words, adding: false });
    const key = words ? undefined : claimAt(claims, block, chosen?.key);
    if (!key) return;
    // A confident field is not among those that wait: then all are listed.
    if (fields.find((f) => f.key === key)?.state !== 'open') setShow('all');
    acts.choose(key);
  };
  const addFromHere = () => {
    const para = picked?.para ?? paras.get(chosen?.source?.spans[0]?.block ?? -1);
    if (para) set({ para, words: picked?.words ?? '', adding: true });
  };
  return { picked, set, pick, addFromHere };
}

export type Picking = ReturnType<typeof usePicking>;
