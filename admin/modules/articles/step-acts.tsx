import Check from 'lucide-react/icons/check';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import Hand from 'lucide-react/icons/hand';
import Send from 'lucide-react/icons/send';
import Undo from 'lucide-react/icons/undo-2';
import UserPlus from 'lucide-react/icons/user-plus';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import type { Endpoint } from '#lib/contract.ts';
import type { ArticleWhole } from '#modules/articles/articles.contract.ts';
import * as s from '#modules/articles/steps.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { DelegateForm } from './step-delegate.tsx';
import { StepNote } from './step-note.tsx';
import { ActProblem, stepChanges } from './step-problem.tsx';
import { ReturnForm } from './step-return.tsx';

export interface ActsProps {
  article: ArticleWhole;
  way: s.ArticleSteps;
  onChange: () => void;
}

type Done = 'submit' | 'withdraw' | 'claim' | 'release' | 'pass' | 'approve';
type Form = 'return' | 'delegate';

/** The acts at hand: what the text waits for first, then what is seldom done. */
export function StepActs(props: ActsProps) {
  const t = useT();
  const { way, onChange } = props;
  const [form, setForm] = useState<Form>();
  const [note, setNote] = useState('');
  const acts = useStepActs(props, note, setForm);
  const run = openRun(way);
  // Whoever wrote the text and holds the last step wants to know why the button is not there.
  const own = run && run.step === run.steps.length - 1 && way.can.includes('return') && !way.can.includes('approve');
  const rest = { at: placeOf(way), onChange, onClose: () => setForm(undefined) };
  const box = useFocusOn(form);
  return (
    <div ref={box} tabIndex={-1} className="mt-4 flex flex-col gap-3 outline-none empty:hidden" data-print="no">
      {acts.problem && <ActProblem problem={acts.problem} onSeen={acts.forget} />}
      {own && <p className="text-sm text-muted">{t('steps.ownText')}</p>}
      {run && form === 'return' && <ReturnForm {...rest} />}
      {run && form === 'delegate' && <DelegateForm {...rest} />}
      {!(run && form) && (way.can.includes('pass') || way.can.includes('approve')) && (
        <StepNote value={note} onChange={setNote} />
      )}
      {!(run && form) && acts.buttons.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {acts.buttons.map(({ key, label, ...button }) => (
            <Button key={key} {...button}>
              {t(label)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The button that opens a form goes with it: whoever works with the keys stays at the place. */
function useFocusOn(form: Form | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(form);
  useEffect(() => {
    if (before.current === form) return;
    before.current = form;
    if (form !== 'return') box.current?.focus({ preventScroll: true });
  }, [form]);
  return box;
}

const openRun = (way: s.ArticleSteps): s.Run | undefined => (way.runs[0]?.state === 'open' ? way.runs[0] : undefined);

/** The step that the person sees. */
const placeOf = (way: s.ArticleSteps) => {
  const run = openRun(way);
  return { articleId: way.articleId, runId: run?.id ?? '', step: run?.step ?? 0 };
};

type ActButton = Pick<ComponentProps<typeof Button>, 'look' | 'icon' | 'busy' | 'onClick'> & {
  key: string;
  label: `steps.act.${Done | Form | 'takeOver'}`;
};

function useStepActs({ article, way, onChange }: ActsProps, note: string, setForm: (form: Form) => void) {
  const me = useSession().me.person.id;
  const { problem, forget, submit, approve, pass, claim, release, withdraw } = useWrites(onChange);
  const at = placeOf(way);
  // Bound to the text that the person has before their eyes, not to one that was saved since.
  const text = { articleId: article.id, contentHash: article.text.contentHash };
  const claimed = openRun(way)?.claimedBy ?? null;
  const can = (act: s.ArticleSteps['can'][number]) => way.can.includes(act);
  const all: (ActButton | false)[] = [
    can('submit') && act('submit', submit, () => submit.mutate(text), 'primary', Send),
    can('approve') && act('approve', approve, () => approve.mutate({ ...at, ...text, note }), 'primary', Check),
    can('pass') && act('pass', pass, () => pass.mutate({ ...at, ...text, note }), 'primary', Check),
    can('return') && { key: 'return', label: 'steps.act.return', icon: CornerUpLeft, onClick: () => setForm('return') },
    can('claim') &&
      claimed?.id !== me && {
        ...act('claim', claim, () => claim.mutate({ ...at, takeOver: claimed !== null }), 'secondary', Hand),
        label: claimed ? 'steps.act.takeOver' : 'steps.act.claim',
      },
    claimed?.id === me && act('release', release, () => release.mutate(at), 'quiet'),
    can('delegate') && {
      key: 'delegate',
      label: 'steps.act.delegate',
      look: 'quiet',
      icon: UserPlus,
      onClick: () => setForm('delegate'),
    },
    can('withdraw') && act('withdraw', withdraw, () => withdraw.mutate(at), 'quiet', Undo),
  ];
  return { problem, forget, buttons: all.filter((one): one is ActButton => one !== false) };
}

const act = (
  key: Done,
  { isPending: busy }: { isPending: boolean },
  onClick: () => void,
  look: ActButton['look'],
  icon?: ActButton['icon'],
): ActButton => ({ key, label: `steps.act.${key}`, busy, onClick, look, ...(icon && { icon }) });

function useWrites(onChange: () => void) {
  const submit = useAct(s.submitArticle, 'submit', onChange);
  const approve = useAct(s.approveArticle, 'approve', onChange);
  const pass = useAct(s.passStep, 'pass', onChange);
  const claim = useAct(s.claimStep, 'claim', onChange);
  const release = useAct(s.releaseStep, 'release', onChange);
  const withdraw = useAct(s.withdrawArticle, 'withdraw', onChange);
  const all = [submit, approve, pass, claim, release, withdraw];
  const problem = all.find((one) => one.error)?.error;
  const forget = () => {
    for (const one of all) one.reset();
  };
  return { problem, forget, submit, approve, pass, claim, release, withdraw };
}

function useAct<E extends Endpoint>(endpoint: E, done: Done, onChange: () => void) {
  const t = useT();
  return useWrite(endpoint, {
    changes: stepChanges,
    onDone: () => {
      toast({ text: t(`steps.done.${done}`) });
      onChange();
    },
  });
}
