import FileCheck from 'lucide-react/icons/file-check';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../app/problem.ts';
import { uploadFile } from '../../app/upload.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Progress } from '../../ui/progress.tsx';

export interface SignedFile {
  id: string;
  name: string;
}

interface SignedFileFieldProps {
  unitId: string;
  value: SignedFile | null;
  onChange: (file: SignedFile | null) => void;
  error?: string | undefined;
}

const MOST_BYTES = 50 * 1024 * 1024;

/** The signed file, brought to the server as soon as it is chosen; a dead network is waited out. */
export function SignedFileField({ unitId, value, onChange, error }: SignedFileFieldProps) {
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
    <FieldGroup label={t('plans.issue.file')} hint={t('plans.issue.fileHint')} className="max-w-[80ch]">
      {value ? (
        <p className="flex flex-wrap items-center gap-2">
          <FileCheck size={16} className="text-success" aria-hidden />
          <span className="min-w-0 wrap-break-word">{t('plans.issue.fileReady', { name: value.name })}</span>
          <Button size="sm" look="quiet" onClick={() => onChange(null)}>
            {t('plans.issue.fileRemove')}
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
          label={t('plans.issue.file')}
          accept={['.pdf', '.docx', '.jpg', '.jpeg', '.png']}
          maxBytes={MOST_BYTES}
          error={refused ?? error}
          onFiles={([file]) => file && void send(file)}
        />
      )}
    </FieldGroup>
  );
}
