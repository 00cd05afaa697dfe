import { useState } from 'react';
import { Problem } from '../../app/problem.ts';
import { uploadFile } from '../../app/upload.ts';
import { useT } from '../../texts/load.ts';
import { FileDrop } from '../../ui/file-drop.tsx';

const accept = ['.jpg', '.jpeg', '.png', '.webp', '.pdf', '.docx', '.xlsx', '.mp3', '.m4a', '.mp4'];

/** A file that shows what the web does not: brought up at once, handed in with the form. */
export function EvidenceFile({ unitId, onFile }: { unitId: string; onFile: (fileId: string) => void }) {
  const t = useT();
  const [state, setState] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<string>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setError(undefined);
    setState({ name: file.name, share: 0 });
    try {
      const onProgress = (share: number) => setState({ name: file.name, share });
      onFile(await uploadFile(file, { unitId, onProgress }));
      setState({ name: file.name, share: 1 });
    } catch (problem) {
      setState(null);
      setError(problem instanceof Problem ? problem.title : t('outputs.fileFailed'));
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <FileDrop
        label={t('outputs.file')}
        accept={accept}
        maxBytes={50 * 1024 * 1024}
        error={error}
        onFiles={(files) => void take(files[0])}
      />
      <p className="text-sm text-muted" aria-live="polite">
        {state === null
          ? t('outputs.fileHint')
          : state.share < 1
            ? t('outputs.fileBusy', { n: Math.round(state.share * 100) })
            : t('outputs.fileTaken', { name: state.name })}
      </p>
    </div>
  );
}
