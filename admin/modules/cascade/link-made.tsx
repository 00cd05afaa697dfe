import Copy from 'lucide-react/icons/copy';
import Printer from 'lucide-react/icons/printer';
import { useEffect, useRef, useState } from 'react';
import { moment } from '#lib/format.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { CopyByHand } from '../../ui/copy-by-hand.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { toast } from '../../ui/toast.tsx';
import { referenceOf } from '../plans/plan-words.tsx';
import type { Made } from './links-card.tsx';

interface LinkMadeProps {
  made: Made;
  plan: Plan;
  unitName: string;
  onDone: () => void;
}

/** The link, this once: a card that can be printed, photographed or copied. */
export function LinkMade({ made, plan, unitName, onDone }: LinkMadeProps) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const [byHand, setByHand] = useState(false);
  const copy = async () => {
    if (await copyText(made.url)) toast({ text: t('cascade.link.copied') });
    else setByHand(true);
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-warning" role="status">
        {t('cascade.link.once')}
      </p>
      <article
        data-print="only"
        className="flex flex-col items-center gap-2 rounded-md border border-line p-4 text-center"
      >
        <p className="text-xs text-muted">{t('cascade.link.made')}</p>
        <p className="text-base font-semibold">{unitName}</p>
        <p>
          {referenceOf(plan)} · {plan.title}
        </p>
        <Qr svg={made.qr} label={t('cascade.link.qr', { unit: unitName })} />
        <p>{t('cascade.link.scan')}</p>
        <p className="text-xs break-all">{made.url}</p>
        <p className="font-semibold">{t('cascade.link.until', { at: moment(made.link.expiresAt, now, language) })}</p>
      </article>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" icon={Copy} onClick={() => void copy()}>
          {t('cascade.link.copy')}
        </Button>
        <Button icon={Printer} onClick={() => window.print()}>
          {t('cascade.link.print')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cascade.link.hide')}
        </Button>
      </div>
      {byHand && <CopyByHand text={made.url} />}
    </div>
  );
}

/** Only the shapes of the drawing are taken over, so that nothing in it can act. */
function Qr({ svg, label }: { svg: string; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    for (const element of drawn.querySelectorAll('script, foreignObject, style')) element.remove();
    drawn.setAttribute('width', '200');
    drawn.setAttribute('height', '200');
    box.current?.replaceChildren(document.importNode(drawn, true));
  }, [svg]);
  // A code is read by machines: dark on white, also at night.
  return <div ref={box} role="img" aria-label={label} className="rounded-sm bg-[#fff] p-2 text-[#000]" />;
}
