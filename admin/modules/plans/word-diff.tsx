import type { WordChange } from '#lib/plan-diff.ts';
import { useT } from '../../texts/load.ts';

/** Words added and removed, by mark and colour for the eye and by words for the ear. */
export function WordDiff({ words }: { words: readonly WordChange[] }) {
  const t = useT();
  return (
    <p className="wrap-break-word whitespace-pre-line">
      {numbered(words).map(([key, { kind, text }]) =>
        kind === 'same' ? (
          <span key={key}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={key} className="rounded-sm bg-success-soft text-success underline decoration-2 underline-offset-2">
            <span className="sr-only">[{t('plans.diff.added')}: </span>
            {text}
            <span className="sr-only">]</span>
          </ins>
        ) : (
          <del key={key} className="rounded-sm bg-danger-soft text-danger line-through">
            <span className="sr-only">[{t('plans.diff.removed')}: </span>
            {text}
            <span className="sr-only">]</span>
          </del>
        ),
      )}
    </p>
  );
}

/** Pieces follow one another and have no other name than how far in they begin. */
function numbered(words: readonly WordChange[]): [string, WordChange][] {
  let at = 0;
  return words.map((word) => {
    const key = `${word.kind} ${at}`;
    at += word.text.length;
    return [key, word];
  });
}
