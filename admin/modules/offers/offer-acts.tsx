import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { editOwn } from '#modules/articles/editions.contract.ts';
import { decideOffers, type OfferDetail, type OfferRow } from '#modules/articles/offers.contract.ts';
import { publishArticle } from '#modules/articles/publication.contract.ts';
import { useWrite } from '../../app/data.ts';

import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** What a change of an offer makes stale. */
export const offerChanges = ['/offers', '/articles'] as const;

const plain = ['accept', 'pick', 'withdraw'] as const;
type Plain = (typeof plain)[number];
type WithReason = 'return' | 'unpick';

type Edition = OfferDetail['editions'][number];
interface OfferActsProps {
  offer: OfferRow;
  /** What other levels made of the story: an edition may begin with the words of the unit that offers. */
  editions?: readonly Edition[];
  onOfferOn?: () => void;
}

/** What the reader may do with one offer now; a reason is asked for in place. */
export function OfferActs({ offer, editions = [], onOfferOn }: OfferActsProps) {
  const t = useT();
  const [asking, setAsking] = useState<WithReason | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const decide = useWrite(decideOffers, { changes: offerChanges });
  const offers = [{ id: offer.id, version: offer.version }];
  const act = (what: Plain) => {
    setProblem(undefined);
    const onSuccess = () => toast({ tone: 'success', text: t(`offers.done.${what}`) });
    decide.mutate({ act: what, offers }, { onError: setProblem, onSuccess });
  };
  const lower = editions.find((one) => one.unitId === offer.unitId && one.usable);
  const may = (what: OfferRow['can'][number]) => offer.can.includes(what);
  if (offer.can.length === 0) return null;
  if (asking) return <ReasonForm offer={offer} act={asking} onClose={() => setAsking(null)} />;
  return (
    <div className="flex flex-col gap-3">
      {problem && <Notice live tone="danger" title={problem.title} />}
      <div className="flex flex-wrap gap-2">
        {plain.filter(may).map((what) => (
          <Button key={what} look={look(what)} busy={decide.isPending} onClick={() => act(what)}>
            {t(`offers.act.${what}`)}
          </Button>
        ))}
        {may('publish') && <PublishButton offer={offer} onProblem={setProblem} />}
        {may('edit-own') && <EditButton offer={offer} onProblem={setProblem} />}
        {may('edit-own') && lower && <EditButton offer={offer} from={lower} onProblem={setProblem} />}
        {may('offer-on') && onOfferOn && <Button onClick={onOfferOn}>{t('offers.act.offer-on')}</Button>}
        {(['return', 'unpick'] as const).filter(may).map((what) => (
          <Button key={what} onClick={() => setAsking(what)}>
            {t(`offers.act.${what}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

const look = (what: Plain) => (what === 'pick' ? 'primary' : 'secondary');

function ReasonForm(props: { offer: OfferRow; act: WithReason; onClose: () => void }) {
  const { offer, act, onClose } = props;
  const t = useT();
  const form = useForm({ reason: '' });
  const decide = useWrite(decideOffers, {
    changes: offerChanges,
    onDone: () => {
      toast({ text: t(`offers.done.${act}`) });
      onClose();
    },
  });
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const offers = [{ id: offer.id, version: offer.version }];
        decide.mutate({ act, offers, reason: form.values.reason || undefined }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      {act === 'unpick' && offer.editionId && !form.problem && (
        <Notice tone="warning" title={t('offers.unpickFirst')}>
          <Link to={paths.article.to({ articleId: offer.editionId })}>{t('offers.openEdition')}</Link>
        </Notice>
      )}
      <TextArea
        label={t('offers.reason')}
        hint={t(`offers.reasonHint.${act}`)}
        required
        autoFocus
        rows={3}
        {...form.field('reason')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="danger" busy={decide.isPending}>
          {t(`offers.act.${act}`)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface ButtonProps {
  offer: OfferRow;
  onProblem: (problem: Problem) => void;
}

/** Unedited on the receiver's own site, with the origin's credit. */
function PublishButton({ offer, onProblem }: ButtonProps) {
  const t = useT();
  const publish = useWrite(publishArticle, {
    changes: offerChanges,
    onDone: () => toast({ tone: 'success', text: t('offers.done.publish') }),
  });
  const press = () => publish.mutate({ articleId: offer.articleId, unitId: offer.toUnitId }, { onError: onProblem });
  return (
    <Button look="primary" busy={publish.isPending} onClick={press}>
      {t('offers.act.publish')}
    </Button>
  );
}

/** The level's own edition; writing goes on where all texts are written. */
function EditButton({ offer, from, onProblem }: ButtonProps & { from?: Edition }) {
  const t = useT();
  const [id] = useState(() => newId());
  const begin = useWrite(editOwn, {
    changes: offerChanges,
    onDone: ({ articleId }) => window.location.assign(`/viet/${articleId}`),
  });
  const given = { offerId: offer.id, id, ...(from && { fromEditionId: from.id }) };
  return (
    <Button busy={begin.isPending} onClick={() => begin.mutate(given, { onError: onProblem })}>
      {from ? t('offers.editFrom', { unit: from.unitName }) : t('offers.act.edit-own')}
    </Button>
  );
}
