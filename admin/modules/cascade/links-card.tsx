import QrCode from 'lucide-react/icons/qr-code';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { listLinks, makeLink, revokeLink } from '#modules/cascade/links.contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { LinkMade } from './link-made.tsx';

export type Made = OutputOf<typeof makeLink>;
type AnswerLink = OutputOf<typeof listLinks>['items'][number];

interface LinksCardProps {
  plan: Plan;
  addresseeId: string;
  unitName: string;
  hasAccount: boolean;
}

const changes = ['/plans/:planId/addressees/:addresseeId/links'];

/** One-time links of a unit without an account: made, shown once, taken back. */
export function LinksCard({ plan, addresseeId, unitName, hasAccount }: LinksCardProps) {
  const t = useT();
  const [made, setMade] = useState<Made>();
  const place = { planId: plan.id, addresseeId };
  return (
    <Card title={t('cascade.link.title')}>
      <div className="flex flex-col gap-4">
        {made ? (
          <LinkMade made={made} plan={plan} unitName={unitName} onDone={() => setMade(undefined)} />
        ) : (
          <>
            <p className="text-muted">{t(hasAccount ? 'cascade.link.notNeeded' : 'cascade.link.lead')}</p>
            {hasAccount ? (
              <details>
                <summary className="min-h-8 py-1 font-semibold">{t('cascade.link.allTheSame')}</summary>
                <MakeLink place={place} onMade={setMade} />
              </details>
            ) : (
              <MakeLink place={place} primary onMade={setMade} />
            )}
          </>
        )}
        <PastLinks place={place} />
      </div>
    </Card>
  );
}

interface Place {
  planId: string;
  addresseeId: string;
}

function MakeLink({
  place,
  primary = false,
  onMade,
}: {
  place: Place;
  primary?: boolean;
  onMade: (made: Made) => void;
}) {
  const t = useT();
  const form = useForm({ givenTo: '', days: '14' });
  const make = useWrite(makeLink, { changes, onDone: onMade });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const { givenTo, days } = form.values;
        if (!make.isPending) make.mutate({ ...place, givenTo: givenTo.trim() || null, days }, { onError: form.fail });
      }}
    >
      <TextInput
        label={t('cascade.link.givenTo')}
        hint={t('cascade.link.givenToHint')}
        maxLength={200}
        {...form.field('givenTo')}
      />
      <TextInput label={t('cascade.link.days')} inputMode="numeric" className="max-w-40" {...form.field('days')} />
      {form.problem && <ProblemNotice problem={form.problem} />}
      <Button
        type="submit"
        look={primary ? 'primary' : 'secondary'}
        icon={QrCode}
        busy={make.isPending}
        className="self-start"
      >
        {t('cascade.link.make')}
      </Button>
    </form>
  );
}

function PastLinks({ place }: { place: Place }) {
  const t = useT();
  const read = useRead(listLinks, place);
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={2} />;
  if (read.data.items.length === 0) return <p className="text-muted">{t('cascade.link.none')}</p>;
  return (
    <div className="border-t border-line pt-3">
      <h3 className="font-semibold">{t('cascade.link.list')}</h3>
      <ul className="divide-y divide-line">
        {read.data.items.map((link) => (
          <PastLink key={link.id} place={place} link={link} />
        ))}
      </ul>
    </div>
  );
}

const tones = { open: 'info', begun: 'warning', used: 'success', expired: 'neutral', revoked: 'neutral' } as const;

function PastLink({ place, link }: { place: Place; link: AnswerLink }) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const [asking, setAsking] = useState(false);
  const revoke = useWrite(revokeLink, {
    changes,
    onDone: () => {
      setAsking(false);
      toast({ text: t('cascade.link.revoked') });
    },
  });
  const alive = link.state === 'open' || link.state === 'begun';
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 py-2">
      <div className="min-w-0">
        <p>{link.givenTo ?? <span className="text-muted">{t('cascade.link.nobody')}</span>}</p>
        <p className="text-xs text-muted">
          {t('cascade.link.created', { at: moment(link.createdAt, now, language) })}
          {alive && ` · ${t('cascade.link.expires', { at: moment(link.expiresAt, now, language) })}`}
        </p>
      </div>
      <div className="flex items-center gap-1">
        <StateTag tone={tones[link.state]}>{t(`cascade.link.state.${link.state}`)}</StateTag>
        {alive && (
          <Button size="sm" look="quiet" onClick={() => setAsking(true)}>
            {t('cascade.link.revoke')}
          </Button>
        )}
      </div>
      <Confirm
        open={asking}
        danger
        title={t('cascade.link.revokeTitle')}
        verb={t('cascade.link.revoke')}
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate({ ...place, linkId: link.id })}
        onClose={() => setAsking(false)}
      >
        <p>{t('cascade.link.revokeHint')}</p>
        {revoke.error && <ProblemNotice problem={revoke.error} />}
      </Confirm>
    </li>
  );
}
