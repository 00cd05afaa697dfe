import FileCheck from 'lucide-react/icons/file-check';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Progress } from '../ui/progress.tsx';
import { Problem } from './problem.ts';
import { uploadFile } from './upload.ts';

export interface UploadedFile {
  id: string;
  name: string;
}

export interface FileFieldProps {
  label: string;
  hint?: string | undefined;
  /** The unit the file belongs to. */
  unitId: string;
  /** Endings with the dot. */
  accept: readonly string[];
  maxBytes?: number;
  value: UploadedFile | null;
  onChange: (file: UploadedFile | null) => void;
  error?: string | undefined;
}

const MOST_BYTES = 50 * 1024 * 1024;

/** One file of a form, brought to the server as soon as it is chosen; a dead network is waited out. */
export function FileField(props: FileFieldProps) {
  const { label, hint, unitId, accept, maxBytes = MOST_BYTES, value, onChange, error } = props;
  const t = useT();
  const [sending, setSending] = useState<{ name: string; share: number }>();
  const [refused, setRefused] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send = async (file: File) => {
    stop.current = new AbortController();
    setRefused(undefined);
    setSending({ name: file.name, share: 0 });
    try {
      const onProgress = (share: number) => setSending({ name: file.name, share });
      const id = await uploadFile(file, { unitId, onProgress, signal: stop.current.signal });
      onChange({ id, name: file.name });
    } catch (problem) {
      if (problem instanceof Problem) setRefused(problem.title);
    }
    setSending(undefined);
  };
  return (
    <FieldGroup label={label} hint={hint} className="max-w-[80ch]">
      {value ? (
        <p className="flex flex-wrap items-center gap-2">
          <FileCheck size={16} className="text-success" aria-hidden />
          <span className="min-w-0 wrap-break-word">{t('ui.file.ready', { name: value.name })}</span>
          <Button size="sm" look="quiet" onClick={() => onChange(null)}>
            {t('ui.file.remove')}
          </Button>
        </p>
      ) : sending ? (
        <div className="flex flex-col gap-1" role="status">
          <span>{t('ui.file.sending', { name: sending.name })}</span>
          <Progress
            label={t('ui.file.sending', { name: sending.name })}
            done={Math.round(sending.share * 100)}
            total={100}
          />
        </div>
      ) : (
        <FileDrop
          label={label}
          accept={accept}
          maxBytes={maxBytes}
          error={refused ?? error}
          onFiles={([file]) => file && void send(file)}
        />
      )}
    </FieldGroup>
  );
}
