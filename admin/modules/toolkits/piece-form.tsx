import { shortened } from '#lib/text.ts';
import { isAskable } from '#modules/cascade/cascade.contract.ts';
import { type Piece, type PieceKind, pieceKinds, putPiece } from '#modules/cascade/toolkits.contract.ts';
import { getPlan } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';

interface PieceFormProps {
  planId: string;
  pieceId: string;
  /** Null for a new one. */
  piece: Piece | null;
  onClose: () => void;
}

const endings = ['.jpg', '.jpeg', '.png', '.webp', '.pdf', '.docx', '.pptx', '.mp3', '.m4a', '.mp4', '.zip'];

/** Writes or corrects a piece; a correction of one that units took says why. */
export function PieceForm({ planId, pieceId, piece, onClose }: PieceFormProps) {
  const t = useT();
  const { data } = useRead(getPlan, { planId });
  const form = useForm({
    kind: (piece?.kind ?? 'message') as PieceKind,
    lineId: piece?.lineId ?? '',
    title: piece?.title ?? '',
    body: piece?.body ?? '',
    note: '',
    file: null as UploadedFile | null,
  });
  const put = useWrite(putPiece, { changes: ['/plans/:planId/toolkit', '/toolkits'], onDone: onClose });
  const lines = (data?.lines ?? [])
    .filter((line) => isAskable(line.part) && line.text !== '')
    .map((line) => ({ value: line.id, label: shortened(line.text, 90) }));
  const { values } = form;
  const submit = () =>
    put.mutate(
      {
        planId,
        pieceId,
        version: piece?.version ?? 0,
        kind: values.kind,
        lineId: values.lineId || null,
        title: values.title,
        body: values.body || null,
        note: values.note || null,
        ...(values.file && { fileId: values.file.id }),
      },
      { onError: form.fail },
    );
  return (
    <form
      noValidate
      className="grid gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {form.problem && (
        <div className="sm:col-span-2">
          <Notice live tone="danger" title={form.problem.title} />
        </div>
      )}
      <Select<PieceKind>
        label={t('toolkits.kind')}
        options={pieceKinds.map((value) => ({ value, label: t(`toolkits.kind.${value}`) }))}
        {...form.field('kind')}
      />
      <Select
        label={t('toolkits.line')}
        options={[{ value: '', label: t('toolkits.wholePlan') }, ...lines]}
        {...form.field('lineId')}
      />
      <TextInput
        className="sm:col-span-2"
        label={t('toolkits.name')}
        required
        maxLength={300}
        {...form.field('title')}
      />
      <TextArea
        className="sm:col-span-2"
        label={t('toolkits.body')}
        hint={t('toolkits.bodyHint', { unit: '{đơn vị}', place: '{địa danh}', upper: '{cấp trên}' })}
        rows={6}
        {...form.field('body')}
      />
      {data && (
        <div className="sm:col-span-2">
          <FileField
            label={t('toolkits.file')}
            hint={piece?.fileName ? t('toolkits.fileNow', { name: piece.fileName }) : undefined}
            unitId={data.plan.unitId}
            accept={endings}
            {...form.field('file')}
          />
        </div>
      )}
      {piece && piece.units > 0 && (
        <TextInput
          className="sm:col-span-2"
          label={t('toolkits.note')}
          hint={t('toolkits.noteHint', { n: piece.units })}
          maxLength={1000}
          {...form.field('note')}
        />
      )}
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" look="primary" busy={put.isPending}>
          {t('toolkits.save')}
        </Button>
        <Button onClick={onClose}>{t('toolkits.cancel')}</Button>
      </div>
    </form>
  );
}
