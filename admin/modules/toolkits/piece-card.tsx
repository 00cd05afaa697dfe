import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { listPieceUses, type Piece, takePiece, withdrawPiece } from '#modules/cascade/toolkits.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyByHand } from '../../ui/copy-by-hand.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { DownloadLink } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { PieceForm } from './piece-form.tsx';

const changes = ['/plans/:planId/toolkit', '/toolkits'];

/** One piece: its words, whether our copy is still right, and what may be done with it. */
export function PieceCard({ piece, manages }: { piece: Piece; manages: boolean }) {
  const t = useT();
  const [act, setAct] = useState<'edit' | 'withdraw'>();
  const outdated = piece.takenN !== null && piece.takenN < piece.n;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {piece.title} <span className="text-xs font-normal text-muted">{t(`toolkits.kind.${piece.kind}`)}</span>
        </span>
      }
      action={
        piece.withdrawnAt ? (
          <StateTag tone="danger">{t('toolkits.withdrawn')}</StateTag>
        ) : outdated ? (
          <StateTag tone="waiting">{t('toolkits.outdated')}</StateTag>
        ) : piece.takenN !== null ? (
          <StateTag tone="success">{t('toolkits.taken')}</StateTag>
        ) : null
      }
    >
      {piece.withdrawnReason && <Notice tone="danger" title={t('toolkits.why', { reason: piece.withdrawnReason })} />}
      {act === 'edit' ? (
        <PieceForm planId={piece.planId} pieceId={piece.id} piece={piece} onClose={() => setAct(undefined)} />
      ) : (
        <>
          {piece.body && <p className="max-w-[72ch] whitespace-pre-line wrap-break-word">{piece.body}</p>}
          {piece.fileName && <p className="mt-2 text-sm text-muted wrap-anywhere">{piece.fileName}</p>}
          <Take piece={piece} own={manages} />
          {manages && !piece.withdrawnAt && (
            <div className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
              <Button size="sm" icon={Pencil} onClick={() => setAct('edit')}>
                {t(piece.units > 0 ? 'toolkits.correct' : 'toolkits.edit')}
              </Button>
              <Button size="sm" look="quiet" onClick={() => setAct(act === 'withdraw' ? undefined : 'withdraw')}>
                {t('toolkits.withdraw')}
              </Button>
            </div>
          )}
          {act === 'withdraw' && <Withdraw piece={piece} onDone={() => setAct(undefined)} />}
          {manages && <Uses piece={piece} />}
        </>
      )}
    </Card>
  );
}

/** "Dùng cho đơn vị tôi": the words with the unit's names, to be copied; and the file. */
function Take({ piece, own }: { piece: Piece; own: boolean }) {
  const t = useT();
  const { unit, can } = useSession();
  const [copied, setCopied] = useState<'yes' | 'refused'>();
  const take = useWrite(takePiece, { changes });
  if (piece.withdrawnAt || !unit || !can('outputs.record', unit.path)) return null;
  const { planId, id: pieceId } = piece;
  const filled = take.data && [take.data.title, take.data.body].filter(Boolean).join('\n\n');
  return (
    <div className="mt-4 flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button
          // Whoever wrote the toolkit is here to keep it; those who got it are here to use it.
          look={own ? 'secondary' : 'primary'}
          size="sm"
          busy={take.isPending}
          onClick={() =>
            take.mutate(
              { planId, pieceId, unitId: unit.id },
              { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
            )
          }
        >
          {t('toolkits.take')}
        </Button>
        {piece.fileName && (
          <DownloadLink size="sm" href={`/api/plans/${planId}/toolkit/${pieceId}/file`}>
            {t('toolkits.download')}
          </DownloadLink>
        )}
      </div>
      {filled && (
        <div className="flex flex-col items-start gap-2" role="status">
          <TextArea
            className="w-full max-w-[72ch]"
            label={t('toolkits.filled', { unit: unit.name })}
            readOnly
            value={filled}
            onChange={() => undefined}
          />
          <Button
            size="sm"
            icon={copied === 'yes' ? Check : Copy}
            onClick={() => void copyText(filled).then((took) => setCopied(took ? 'yes' : 'refused'))}
          >
            {t(copied === 'yes' ? 'toolkits.copied' : 'toolkits.copy')}
          </Button>
          {copied === 'refused' && <CopyByHand text={filled} />}
        </div>
      )}
    </div>
  );
}

function Withdraw({ piece, onDone }: { piece: Piece; onDone: () => void }) {
  const t = useT();
  const form = useForm({ reason: '' });
  const withdraw = useWrite(withdrawPiece, { changes, onDone });
  const { planId, id: pieceId } = piece;
  return (
    <form
      noValidate
      className="mt-4 flex max-w-[72ch] flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate({ planId, pieceId, ...form.values }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <TextArea
        className="w-full"
        label={t('toolkits.reason')}
        hint={t('toolkits.reasonHint')}
        required
        rows={2}
        {...form.field('reason')}
      />
      <Button type="submit" look="danger" size="sm" busy={withdraw.isPending}>
        {t('toolkits.withdraw')}
      </Button>
    </form>
  );
}

/** Who took it, those with a former number first. */
function Uses({ piece }: { piece: Piece }) {
  const t = useT();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { data } = useRead(listPieceUses, { planId: piece.planId, pieceId: piece.id }, { enabled: open });
  if (piece.units === 0) return <p className="mt-3 text-xs text-muted">{t('toolkits.noUse')}</p>;
  return (
    <details className="mt-3 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer">{t('toolkits.uses', { n: piece.units })}</summary>
      <ul className="mt-2 flex flex-col gap-1">
        {data?.items.map((use) => (
          <li key={use.unitId} className="flex flex-wrap gap-x-3">
            <span>{use.unitName}</span>
            <span className="text-muted">{moment(use.lastAt, Date.now(), language)}</span>
            {!use.current && <StateTag tone="warning">{t('toolkits.former')}</StateTag>}
          </li>
        ))}
      </ul>
    </details>
  );
}
