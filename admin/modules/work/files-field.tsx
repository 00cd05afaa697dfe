import Paperclip from 'lucide-react/icons/paperclip';
import X from 'lucide-react/icons/x';
import { useRef, useState } from 'react';
import type { UploadedFile } from '../../app/file-field.tsx';
import { Problem } from '../../app/problem.ts';
import { uploadFile } from '../../app/upload.ts';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Progress } from '../../ui/progress.tsx';

const ACCEPT = ['.jpg', '.jpeg', '.png', '.heic', '.webp', '.pdf', '.docx', '.xlsx', '.mp3', '.mp4', '.m4a'];
const MOST_BYTES = 50 * 1024 * 1024;

/** Several files, brought to the server as soon as they are chosen, so that sending takes no time. */
export function FilesField({
  unitId,
  value,
  onChange,
}: {
  unitId: string;
  value: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
}) {
  const t = useT();
  const [busy, setBusy] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const now = useRef(value);
  now.current = value;
  const take = async (files: readonly File[]) => {
    setError(null);
    try {
      for (const file of files) {
        setBusy({ name: file.name, share: 0 });
        const id = await uploadFile(file, { unitId, onProgress: (share) => setBusy({ name: file.name, share }) });
        onChange([...now.current, { id, name: file.name }]);
      }
    } catch (problem) {
      setError(problem instanceof Problem ? problem.title : String(problem));
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <FileDrop
        label={t('work.form.files')}
        accept={ACCEPT}
        maxBytes={MOST_BYTES}
        multiple
        disabled={busy !== null}
        error={error}
        onFiles={(files) => void take(files)}
      />
      {busy && (
        <Progress
          done={Math.round(busy.share * 100)}
          total={100}
          label={t('work.form.uploading', { name: busy.name })}
        />
      )}
      {value.length > 0 && (
        <ul className="flex flex-col gap-1">
          {value.map((file) => (
            <li key={file.id} className="flex items-center gap-2">
              <Paperclip size={14} className="shrink-0 text-muted" aria-hidden />
              <span className="min-w-0 flex-1 break-all">{file.name}</span>
              <IconButton
                icon={X}
                label={t('work.form.remove', { name: file.name })}
                onClick={() => onChange(value.filter((f) => f.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
