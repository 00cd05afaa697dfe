import BookOpenCheck from 'lucide-react/icons/book-open-check';
import { shortDay } from '#lib/format.ts';
import type { DocumentSummary } from '#modules/documents/documents.contract.ts';
import { useT } from '../../texts/load.ts';
import { t } from '../../texts/texts.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

type State = DocumentSummary['state'];

const tones: Record<State, Tone> = { reading: 'info', review: 'waiting', checked: 'success', failed: 'danger' };

/** Where an incoming document stands, in a word. */
export function DocumentState({ state }: { state: State }) {
  const t = useT();
  return (
    <StateTag tone={tones[state]} icon={state === 'reading' ? BookOpenCheck : undefined}>
      {t(`documents.state.${state}`)}
    </StateTag>
  );
}

/** What a document is called: its abstract, or the file's name while nothing was read; of a secret one nothing is kept. */
export const nameOf = (document: Pick<DocumentSummary, 'title' | 'sourceName'>): string =>
  document.title || document.sourceName || t('documents.nameless');

/** 'KẾ HOẠCH' as printed → 'Kế hoạch': capitals with marks are hard to read. */
export function typeOf({ docType }: Pick<DocumentSummary, 'docType'>): string {
  if (!docType || docType !== docType.toLocaleUpperCase('vi')) return docType ?? '';
  return docType.slice(0, 1) + docType.slice(1).toLocaleLowerCase('vi');
}

/** '152/KH-BGDĐT', 'KH-BGDĐT' where the number is blank, '' where neither was read. */
export function referenceOf({ number, symbol }: Pick<DocumentSummary, 'number' | 'symbol'>): string {
  return [number, symbol].filter(Boolean).join('/');
}

/** '12 · 24/11/2026': number and day of arrival as in the register. */
export function arrivalOf({ arrivalNo, arrivedOn }: Pick<DocumentSummary, 'arrivalNo' | 'arrivedOn'>): string {
  return [arrivalNo, shortDay(arrivedOn)].filter(Boolean).join(' · ');
}
