import ArrowLeft from 'lucide-react/icons/arrow-left';
import Keyboard from 'lucide-react/icons/keyboard';
import { type ReactNode, useEffect } from 'react';
import { paths } from '../../../app/paths.ts';
import { useT } from '../../../texts/load.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { nameOf, referenceOf, typeOf } from '../document-signs.tsx';
import type { DeskState } from './review-desk.ts';
import { Rings } from './rings.tsx';
import { isOpen, type Show } from './sections.ts';
import { Segments } from './segments.tsx';

/** The name of the document, above its text; the way back to its page. */
export function SourceHead({ document, children }: { document: DeskState['document']; children?: ReactNode }) {
  const t = useT();
  const name = [typeOf(document), referenceOf(document)].filter(Boolean).join(' ') || nameOf(document);
  const title = t('documents.reviewOf', { name });
  useEffect(() => {
    window.document.title = `${title} · Lan Tỏa`;
  }, [title]);
  return (
    <header className="top-[var(--head-top,3.5rem)] z-10 flex min-h-14 items-center gap-2 lg:sticky border-b border-line bg-paper px-3 py-2">
      <Link
        to={paths.incomingDocument.to({ documentId: document.id })}
        aria-label={t('documents.backToDocument')}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
      >
        <ArrowLeft size={18} aria-hidden />
      </Link>
      <h1 className="line-clamp-2 min-w-0 flex-1 text-base font-semibold">{title}</h1>
      {children}
    </header>
  );
}

interface FieldsHeadProps {
  state: DeskState;
  show: Show;
  onShow: (show: Show) => void;
  onHelp: () => void;
}

/** How far the review is, and which fields are listed. */
export function FieldsHead({ state, show, onShow, onHelp }: FieldsHeadProps) {
  const t = useT();
  const all = state.fields.length;
  const open = state.fields.filter(isOpen).length;
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-paper px-4 py-2">
      <Rings share={all === 0 ? 1 : (all - open) / all} size={36} />
      <div className="min-w-0">
        <p className="font-semibold">{open > 0 ? t('documents.openLeft', { n: open }) : t('documents.noneOpen')}</p>
        <p className="text-xs text-muted tabular-nums">{t('documents.fieldsDone', { done: all - open, all })}</p>
      </div>
      <div className="ml-auto">
        <Segments
          label={t('documents.show')}
          value={show}
          onChange={onShow}
          options={[
            { value: 'open', label: t('documents.show.open') },
            { value: 'all', label: t('documents.show.all') },
          ]}
        />
      </div>
      <IconButton icon={Keyboard} label={t('documents.keys')} tip="end" className="max-sm:hidden" onClick={onHelp} />
    </header>
  );
}
