import Scale from 'lucide-react/icons/scale';
import { useState } from 'react';
import { dayOf, shortDay } from '#lib/format.ts';
import { type LawfulBasis, listLawfulBases, revokeBasis } from '#modules/media/lawful-bases.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { toast } from '../../ui/toast.tsx';
import { BasisForm, basisChanges } from './basis-form.tsx';
import { ReasonConfirm } from './reason-confirm.tsx';

export interface LawfulBasesProps {
  unitId: string;
  mediaId?: string;
  /** The album itself, or the one the picture is in: its decisions hold for the picture too. */
  albumId: string | null;
}

/** Another basis than consent, for whoever decides on it; nobody else sees the card. Words: 'consents'. */
export function LawfulBases({ unitId, mediaId, albumId }: LawfulBasesProps) {
  const t = useT();
  const [deciding, setDeciding] = useState(false);
  const own = useRead(listLawfulBases, { unitId, mediaId, albumId: mediaId ? undefined : (albumId ?? undefined) });
  const wider = mediaId !== undefined && albumId !== null;
  const above = useRead(listLawfulBases, { unitId, albumId: albumId ?? undefined }, { enabled: wider });
  if (own.error) return <ProblemNotice problem={own.error} onRetry={() => void own.refetch()} />;
  if (!own.data?.can.includes('decide')) return null;
  const items = [...own.data.items, ...((wider && above.data?.items) || [])];
  return (
    <Card
      title={t('consents.basis.title')}
      action={
        !deciding && (
          <Button icon={Scale} onClick={() => setDeciding(true)}>
            {t('consents.basis.decide')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('consents.basis.lead')}</p>
        {items.length === 0 && !deciding && <p>{t('consents.basis.none')}</p>}
        {items.length > 0 && (
          <ul className="divide-y divide-line">
            {items.map((one) => (
              <BasisLine key={one.id} one={one} ofAlbum={wider && one.albumId !== null} />
            ))}
          </ul>
        )}
        {deciding && <BasisForm of={mediaId ? { mediaId } : { albumId: albumId! }} onDone={() => setDeciding(false)} />}
      </div>
    </Card>
  );
}

function BasisLine({ one, ofAlbum }: { one: LawfulBasis; ofAlbum: boolean }) {
  const t = useT();
  const facts = { name: one.decidedByName, day: shortDay(dayOf(one.decidedAt)) };
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1 wrap-anywhere">
        <span className="font-semibold">
          {t(`consents.basis.kind.${one.basis}`)}: {one.channels.map((key) => t(`consents.channel.${key}`)).join(', ')}
        </span>
        <span>{one.citation}</span>
        <span>{one.reason}</span>
        <span className="text-sm text-muted">
          {t('consents.basis.by', facts)}
          {ofAlbum && ` · ${t('consents.basis.ofAlbum', { title: one.title })}`}
          {one.revokedAt && ` · ${t('consents.basis.revoked', { day: shortDay(dayOf(one.revokedAt)) })}`}
        </span>
      </div>
      {one.can.includes('revoke') && <Revoke one={one} />}
    </li>
  );
}

function Revoke({ one }: { one: LawfulBasis }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const revoke = useWrite(revokeBasis, {
    changes: basisChanges,
    onDone: ({ blocked }) => {
      toast({ tone: 'success', text: t('consents.basis.revokeDone', { n: blocked }) });
      setOpen(false);
    },
  });
  const onError = (problem: { title: string }) => toast({ tone: 'danger', text: problem.title });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('consents.basis.revoke')}
      </Button>
      <ReasonConfirm
        open={open}
        title={t('consents.basis.revokeTitle')}
        verb={t('consents.basis.revoke')}
        label={t('consents.basis.revokeReason')}
        busy={revoke.isPending}
        onConfirm={(reason) => revoke.mutate({ basisId: one.id, reason }, { onError })}
        onClose={() => setOpen(false)}
      >
        <p>{t('consents.basis.revokeHint')}</p>
      </ReasonConfirm>
    </>
  );
}
