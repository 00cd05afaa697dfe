import { FileField, type FileFieldProps } from '../../app/file-field.tsx';
import { useT } from '../../texts/load.ts';

export type { UploadedFile as SignedFile } from '../../app/file-field.tsx';

/** The signed file of a plan: scanned, or digitally signed. */
export function SignedFileField(props: Pick<FileFieldProps, 'unitId' | 'value' | 'onChange' | 'error'>) {
  const t = useT();
  return (
    <FileField
      {...props}
      label={t('plans.issue.file')}
      hint={t('plans.issue.fileHint')}
      accept={['.pdf', '.docx', '.jpg', '.jpeg', '.png']}
    />
  );
}
