import Scissors from 'lucide-react/icons/scissors';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReviewField } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { cutByKey, cutsOf, firstCut } from './cuts.ts';
import { useReviewActs } from './review-context.ts';

/** Cuts a field in two: arrows move the cut word by word, up and down by sentences; Enter cuts, Esc leaves. */
export function SplitControl({ field }: { field: ReviewField }) {
  const t = useT();
  const { act, setMode } = useReviewActs();
  const text = field.value;
  const [at, setAt] = useState(() => firstCut(text));
  const knob = useRef<HTMLDivElement>(null);
  useEffect(() => knob.current?.focus(), []);
  if (at === undefined) {
    return (
      <p className="flex flex-wrap items-center gap-2">
        {t('documents.nothingToSplit')}
        <Button size="sm" onClick={() => setMode('view')}>
          {t('ui.back')}
        </Button>
      </p>
    );
  }
  const cut = () => act({ act: 'split', field: field.key, at }, 'stay');
  const key = (event: KeyboardEvent) => {
    const next = cutByKey(text, at, event.key);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter') cut();
    else if (event.key === 'Escape') setMode('view');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        ref={knob}
        role="slider"
        tabIndex={0}
        aria-label={t('documents.cut')}
        aria-valuemin={1}
        aria-valuemax={text.length - 1}
        aria-valuenow={at}
        aria-valuetext={t('documents.cutAt', { before: tail(text.slice(0, at)), after: head(text.slice(at)) })}
        onKeyDown={key}
        className="flex flex-col gap-2 rounded-md border border-edge bg-paper p-3"
      >
        <Words text={text} from={0} to={at} onCut={setAt} />
        <span className="flex items-center gap-2 text-xs text-primary">
          <Scissors size={14} aria-hidden />
          <span className="flex-1 border-t border-dashed border-primary" />
        </span>
        <Words text={text} from={at} to={text.length} onCut={setAt} />
      </div>
      <p className="text-xs text-muted">{t('documents.cutHint')}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" look="primary" icon={Scissors} onClick={cut}>
          {t('documents.do.splitHere')}
        </Button>
        <Button size="sm" onClick={() => setMode('view')}>
          {t('ui.cancel')}
        </Button>
      </div>
    </>
  );
}

const tail = (text: string) => text.trim().slice(-40);
const head = (text: string) => text.trim().slice(0, 40);

interface WordsProps {
  text: string;
  from: number;
  to: number;
  onCut: (at: number) => void;
}

/** One of the two parts; a press on a word puts the cut before it. */
function Words({ text, from, to, onCut }: WordsProps) {
  const starts = [from, ...cutsOf(text).filter((cut) => cut > from && cut < to)];
  return (
    <p className="wrap-break-word">
      {starts.map((start, i) => (
        <button
          key={start}
          type="button"
          tabIndex={-1}
          aria-hidden
          onClick={() => start > 0 && onCut(start)}
          className="rounded-sm text-left whitespace-pre-wrap hover:bg-lit"
        >
          {text.slice(start, starts[i + 1] ?? to)}
        </button>
      ))}
    </p>
  );
}
