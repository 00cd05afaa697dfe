import { askStates } from '#modules/cascade/cascade.contract.ts';
import type { t as translate } from '../../texts/texts.ts';
import type { Square } from './matrix-cells.ts';

type T = typeof translate;

/** A square in words, for ears and for the line under the matrix. State names are asked for once, not for each square. */
export function squareWords(t: T): (unit: string, square: Square) => string {
  const names = askStates.map((state) => t(`cascade.coverage.state.${state}`));
  return (unit, { own, below, counts }) => {
    if (counts === null) return t('cascade.coverage.nothingAsked', { name: unit });
    const parts: string[] = [];
    if (own) parts.push(t('cascade.coverage.ownWords', { state: names[askStates.indexOf(own)] ?? '' }));
    const states = (below ?? []).flatMap((n, i) => (n > 0 ? [`${names[i]}: ${n}`] : []));
    if (states.length > 0) parts.push(t('cascade.coverage.belowWords', { words: states.join(', ') }));
    return t('cascade.coverage.of', { name: unit, words: parts.join('; ') });
  };
}
