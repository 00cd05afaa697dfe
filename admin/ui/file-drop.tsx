import FileUp from 'lucide-react/icons/file-up';
import { type DragEvent, useRef, useState } from 'react';
import { formatBytes } from '#lib/format.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { cx } from './cx.ts';
import { FieldError } from './field.tsx';

export interface FileDropProps {
  label: string;
  /** Endings with the dot: ['.docx', '.pdf']. */
  accept: readonly string[];
  maxBytes: number;
  multiple?: boolean;
  disabled?: boolean;
  /** An error of the file just given, from the server. */
  error?: string | null;
  onFiles: (files: File[]) => void;
}

/** A place to drop a file on, or to choose one; refuses what is too large or of another kind with a sentence. */
export function FileDrop({ label, accept, maxBytes, multiple, disabled, error, onFiles }: FileDropProps) {
  const t = useT();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const size = formatBytes(maxBytes, language);
  const kinds = accept.join(', ');
  const take = (files: FileList | null) => {
    const list = [...(files ?? [])].slice(0, multiple ? undefined : 1);
    const large = list.find((file) => file.size > maxBytes);
    const other = list.find((file) => !accept.some((end) => file.name.toLowerCase().endsWith(end)));
    if (other) return setRefused(t('ui.file.wrongKind', { name: other.name, kinds }));
    if (large) return setRefused(t('ui.file.tooLarge', { name: large.name, size }));
    setRefused(null);
    if (list.length > 0) onFiles(list);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };
  return (
    <div className="flex flex-col gap-1">
      {/* The whole place takes a drop; the keyboard and the finger use the button inside. */}
      <section
        aria-label={label}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'flex flex-col items-center gap-2 rounded-md border-2 border-dashed px-4 py-8 text-center transition-colors',
          over ? 'border-primary bg-primary-soft' : 'border-edge bg-paper',
        )}
      >
        <FileUp size={28} className="text-primary" aria-hidden />
        <p>
          {t('ui.file.drop')}{' '}
          <button
            type="button"
            disabled={disabled}
            className="rounded-sm font-semibold text-primary underline underline-offset-2 hover:text-primary-hover disabled:opacity-50"
            onClick={() => input.current?.click()}
          >
            {t('ui.file.choose')}
          </button>
        </p>
        <p className="text-xs text-muted">{t('ui.file.limit', { kinds, size })}</p>
        <input
          ref={input}
          type="file"
          aria-label={label}
          accept={kinds}
          multiple={multiple}
          className="hidden"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </section>
      <FieldError id="file-error" error={refused ?? error} />
    </div>
  );
}
