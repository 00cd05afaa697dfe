import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import type { OfferRow } from '#modules/articles/offers.contract.ts';
import { sendToPress } from '#modules/articles/placing.contract.ts';
import { listOutlets } from '#modules/channels/outlets.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { CopyByHand } from '../../ui/copy-by-hand.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-input.tsx';

type Sent = OutputOf<typeof sendToPress>;

/** Chosen stories to chosen outlets of the press list; then the words for those without an address. */
export function PressForm({ stories, onClose }: { stories: readonly OfferRow[]; onClose: () => void }) {
  const t = useT();
  const { unit } = useSession();
  const outlets = useRead(listOutlets, { unitId: unit?.id ?? '', press: '1', limit: 200 }, { enabled: unit !== null });
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const form = useForm({ note: '', outletIds: '' });
  const send = useWrite(sendToPress, { changes: ['/placements'] });
  const items = outlets.data?.items ?? [];
  const to = items.filter((outlet) => !without.has(outlet.id)).map((outlet) => outlet.id);
  if (send.data) return <SentList sent={send.data} onClose={onClose} />;
  const submit = () => {
    const articleIds = stories.map((story) => story.articleId);
    send.mutate({ unitId: unit?.id ?? '', articleIds, outletIds: to, note: form.values.note }, { onError: form.fail });
  };
  return (
    <Card title={t('offers.pressTitle', { n: stories.length })}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="text-sm text-muted">{t('offers.pressLead')}</p>
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <ul className="list-disc pl-5">
          {stories.map((story) => (
            <li key={story.id} className="wrap-anywhere">
              {story.title}
            </li>
          ))}
        </ul>
        {outlets.data && items.length === 0 ? (
          <p>
            {t('offers.pressNone')} <LinkButton to={paths.outlets.to()}>{t('channels.outlets.title')}</LinkButton>
          </p>
        ) : (
          <FieldGroup label={t('offers.pressOutlets')}>
            {items.map((outlet) => (
              <Checkbox
                key={outlet.id}
                label={outlet.name}
                hint={outlet.contactEmail || undefined}
                checked={!without.has(outlet.id)}
                onChange={(on) =>
                  setWithout(
                    (before) => new Set(on ? [...before].filter((id) => id !== outlet.id) : [...before, outlet.id]),
                  )
                }
              />
            ))}
          </FieldGroup>
        )}
        <TextArea label={t('offers.note')} rows={2} {...form.field('note')} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={send.isPending} disabled={to.length === 0}>
            {t('offers.pressSend')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function SentList({ sent, onClose }: { sent: Sent; onClose: () => void }) {
  const t = useT();
  return (
    <Card title={t('offers.press')}>
      <div className="flex flex-col gap-4">
        <ul className="flex flex-col gap-4" aria-live="polite">
          {sent.outlets.map((outlet) => (
            <SentOutlet key={outlet.outletId} outlet={outlet} />
          ))}
        </ul>
        {sent.leftOut.length > 0 && <LeftOut stories={sent.leftOut} />}
        <div>
          <Button onClick={onClose}>{t('offers.back')}</Button>
        </div>
      </div>
    </Card>
  );
}

/** Pictures that did not go along: whoever sent the letter should know before the newspaper asks. */
function LeftOut({ stories }: { stories: Sent['leftOut'] }) {
  const t = useT();
  return (
    <Notice tone="warning" title={t('offers.pressLeftOut')}>
      <ul className="flex flex-col gap-2">
        {stories.map(({ articleId, title, reasons }) => (
          <li key={articleId} className="wrap-anywhere">
            <strong>{title}</strong>
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function SentOutlet({ outlet }: { outlet: Sent['outlets'][number] }) {
  const t = useT();
  const [copied, setCopied] = useState<boolean>();
  const { outletName: name, asked: n } = outlet;
  if (n === 0) return <li>{t('offers.pressDone.before', { name })}</li>;
  if (outlet.mailed) return <li>{t('offers.pressDone.mailed', { name, n })}</li>;
  return (
    <li className="flex flex-col items-start gap-2">
      {t('offers.pressDone.byHand', { name, n })}
      <p className="w-full rounded-sm bg-sunken p-3 text-sm wrap-anywhere whitespace-pre-line">{outlet.words}</p>
      {copied === false ? (
        <CopyByHand text={outlet.words} />
      ) : (
        <Button size="sm" onClick={async () => setCopied(await copyText(outlet.words))}>
          {t(copied ? 'offers.pressCopied' : 'offers.pressCopy')}
        </Button>
      )}
    </li>
  );
}
