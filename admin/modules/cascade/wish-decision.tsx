import { decideWish } from '#modules/cascade/wishes.contract.ts';
import { refresh, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import type { Wish } from './wishes-tab.tsx';

const changes = ['/plans/:planId/wishes', '/plans/:planId/coverage', '/sent'];

/** Agree, or ask for the line all the same, with a note that the unit reads. */
export function WishDecision({ planId, wish, onClose }: { planId: string; wish: Wish; onClose: () => void }) {
  const t = useT();
  const form = useForm({ decision: null as 'accepted' | 'declined' | null, note: '' });
  const decide = useWrite(decideWish, {
    changes,
    onDone: () => toast({ text: t('cascade.wish.done', { unit: wish.unitName }) }),
  });
  const { decision, note } = form.values;
  const go = () => {
    if (!decision || decide.isPending) return;
    const { unitId, lineId, version } = wish;
    decide.mutate(
      { planId, unitId, lineId, version, decision, note: note.trim() || null },
      {
        onError: (problem) => {
          form.fail(problem);
          if (problem.status === 409) void refresh(changes);
        },
      },
    );
  };
  return (
    <form
      className="flex flex-col gap-3 rounded-md bg-ground p-3"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <RadioGroup
        label={t('cascade.wish.decision')}
        options={[
          { value: 'accepted', label: t('cascade.wish.accepted') },
          { value: 'declined', label: t('cascade.wish.declined') },
        ]}
        {...form.field('decision')}
      />
      <TextArea
        label={t('cascade.wish.note')}
        hint={t('cascade.wish.noteHint')}
        rows={2}
        maxLength={2000}
        {...form.field('note')}
      />
      {form.problem && <ProblemNotice problem={form.problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="sm" busy={decide.isPending} disabled={!decision}>
          {t('cascade.wish.send')}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
