import CalendarClock from 'lucide-react/icons/calendar-clock';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleSlash from 'lucide-react/icons/circle-slash';
import ExternalLink from 'lucide-react/icons/external-link';
import AlertTriangle from 'lucide-react/icons/triangle-alert';
import { useState } from 'react';
import { moment } from '#lib/format.ts';
import {
  endPublication,
  type Publication,
  type PublicationState,
  retimePublication,
} from '#modules/articles/publication.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { RetimeForm } from './publication-retime.tsx';

const looks = {
  scheduled: { tone: 'info', icon: CalendarClock },
  published: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: AlertTriangle },
  'taken-down': { tone: 'neutral', icon: CircleSlash },
  cancelled: { tone: 'neutral', icon: CircleSlash },
} as const satisfies Record<PublicationState, object>;

interface PlaceProps {
  place: Publication;
  onChange: () => void;
}

/** One site: whose, in which state, since when, in which version. */
export function PublicationPlace({ place, onChange }: PlaceProps) {
  const t = useT();
  return (
    <li className="flex flex-col gap-1.5 py-3 text-sm first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="min-w-0 font-semibold wrap-anywhere">{place.unitName}</span>
        <StateTag {...looks[place.state]}>{t(`publishing.state.${place.state}`)}</StateTag>
      </div>
      <Facts place={place} />
      {place.state === 'published' && (
        <a
          className="inline-flex w-fit items-center gap-1.5 py-1 text-primary underline underline-offset-2"
          href={place.address}
          target="_blank"
          rel="noopener"
        >
          <ExternalLink className="size-4" aria-hidden />
          {t('publishing.open')}
        </a>
      )}
      {place.can.length > 0 && <PlaceActs place={place} onChange={onChange} />}
    </li>
  );
}

function Facts({ place }: { place: Publication }) {
  const t = useT();
  const language = useLanguage();
  const at = (instant: string) => moment(instant, Date.now(), language);
  const { state } = place;
  const facts = [
    place.edition && t('publishing.edition'),
    (state === 'scheduled' || state === 'failed') && t('publishing.dueAt', { time: at(place.dueAt) }),
    state === 'cancelled' && t('publishing.cancelledFor', { time: at(place.dueAt) }),
    place.publishedAt && t('publishing.publishedAt', { time: at(place.publishedAt) }),
    place.correctedAt && t('publishing.correctedAt', { time: at(place.correctedAt) }),
    place.takenDownAt && t('publishing.takenDownAt', { time: at(place.takenDownAt) }),
    t('publishing.version', { n: place.versionN }),
    place.section,
    place.createdByName && t('publishing.by', { name: place.createdByName }),
  ];
  return (
    <>
      <p className="text-muted">{facts.filter(Boolean).join(' · ')}</p>
      {place.older && state === 'published' && <p className="text-warning">{t('publishing.older')}</p>}
      {place.error && (
        <p className="text-danger">
          {place.error} {place.nextAt && t('publishing.tryAgainAt', { time: at(place.nextAt) })}
        </p>
      )}
      {place.correction && <p>{t('publishing.correction', { note: place.correction })}</p>}
      {place.reason && <p>{t('publishing.reason', { reason: place.reason })}</p>}
    </>
  );
}

function PlaceActs({ place, onChange }: PlaceProps) {
  const t = useT();
  const [open, setOpen] = useState<'retime' | 'take-down' | null>(null);
  const of = { articleId: place.articleId, publicationId: place.id };
  const retime = useWrite(retimePublication, {
    changes: ['/articles'],
    onDone: () => {
      toast({ tone: 'success', text: t('publishing.done.publish') });
      onChange();
    },
  });
  const end = useWrite(endPublication, {
    changes: ['/articles'],
    onDone: () => {
      toast({ text: t('publishing.done.cancel') });
      onChange();
    },
  });
  const problem = retime.error ?? end.error;
  if (open === 'retime') return <RetimeForm place={place} onChange={onChange} onClose={() => setOpen(null)} />;
  return (
    <>
      {problem && <Notice live tone="danger" title={problem.title} />}
      <div className="mt-1 flex flex-wrap gap-2">
        {place.can.includes('publish-now') && (
          <Button
            size="sm"
            look={place.state === 'failed' ? 'primary' : 'secondary'}
            busy={retime.isPending}
            onClick={() => retime.mutate({ ...of, version: place.version, dueAt: null })}
          >
            {t(place.state === 'failed' ? 'publishing.tryAgain' : 'publishing.publishNow')}
          </Button>
        )}
        {place.can.includes('retime') && (
          <Button size="sm" onClick={() => setOpen('retime')}>
            {t('publishing.retime')}
          </Button>
        )}
        {place.can.includes('cancel') && (
          <Button size="sm" look="quiet" busy={end.isPending} onClick={() => end.mutate({ ...of, reason: '' })}>
            {t('publishing.cancel')}
          </Button>
        )}
        {place.can.includes('take-down') && (
          <Button size="sm" onClick={() => setOpen('take-down')}>
            {t('publishing.takeDownHere')}
          </Button>
        )}
      </div>
      <TakeDownHere place={place} open={open === 'take-down'} onClose={() => setOpen(null)} onChange={onChange} />
    </>
  );
}

function TakeDownHere({ place, open, onClose, onChange }: PlaceProps & { open: boolean; onClose: () => void }) {
  const t = useT();
  const form = useForm({ reason: '' });
  const end = useWrite(endPublication, {
    changes: ['/articles'],
    onDone: () => {
      toast({ text: t('publishing.done.take-down') });
      onClose();
      onChange();
    },
  });
  const of = { articleId: place.articleId, publicationId: place.id };
  return (
    <Confirm
      open={open}
      danger
      title={`${t('publishing.takeDownHere')}?`}
      verb={t('publishing.takeDownHere')}
      busy={end.isPending}
      onConfirm={() => end.mutate({ ...of, ...form.values }, { onError: form.fail })}
      onClose={onClose}
    >
      <p>{t('publishing.takeDownHereHint', { unit: place.unitName })}</p>
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <TextArea label={t('publishing.takeDownReason')} required rows={2} {...form.field('reason')} />
    </Confirm>
  );
}
