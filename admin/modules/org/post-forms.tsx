import { dayOf } from '#lib/format.ts';
import { assignPost, endPost, type PostRow, vacatePost } from '#modules/org/posts.contract.ts';
import { refresh, useWrite } from '../../app/data.ts';
import { type Form, useForm } from '../../app/form.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import { PersonPicker, type PickedPerson } from './person-picker.tsx';

/** Reads that show posts. */
export const postReads = ['/units', '/posts', '/people', '/home'] as const;

/** Somebody was faster: the list is read again and shows what stands now. */
function useFail<V extends object>(form: Form<V>): (problem: Problem) => void {
  const t = useT();
  return (problem) => {
    form.fail(problem);
    if (problem.status !== 409) return;
    toast({ tone: 'warning', text: t('org.posts.changed') });
    void refresh(postReads);
  };
}

interface PostFormProps {
  post: PostRow;
  onClose: () => void;
}

export function AssignPost({ post, onClose }: PostFormProps) {
  const t = useT();
  const form = useForm({ personId: null as PickedPerson | null, validFrom: dayOf(Date.now()) as string | null });
  const fail = useFail(form);
  const { personId, validFrom } = form.values;
  const assign = useWrite(assignPost, {
    changes: postReads,
    onDone: (now) => {
      toast({ text: t('org.posts.assigned', { title: now.title, name: now.personName ?? '' }) });
      onClose();
    },
  });
  return (
    <form
      noValidate
      aria-label={t('org.posts.assignTitle', { title: post.title })}
      className="mt-3 grid items-start gap-4 rounded-md bg-sunken p-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        const input = { postId: post.id, version: post.version, personId: personId?.id as string };
        assign.mutate({ ...input, validFrom: validFrom ?? undefined }, { onError: fail });
      }}
    >
      {form.problem && <Refused problem={form.problem} />}
      <PersonPicker label={t('org.posts.person')} required {...form.field('personId')} />
      <DateField label={t('org.posts.from')} {...form.field('validFrom')} />
      <Ends busy={assign.isPending} verb={t('org.posts.assign')} onClose={onClose} />
    </form>
  );
}

/** The holder leaves the post, or the post itself ends. */
export function LeavePost({ post, act, onClose }: PostFormProps & { act: 'vacate' | 'end' }) {
  const t = useT();
  const form = useForm({ day: dayOf(Date.now()) as string | null });
  const fail = useFail(form);
  const ends = act === 'end';
  const done = (now: PostRow) => {
    toast({ text: t(ends ? 'org.posts.ended' : 'org.posts.vacated', { title: now.title }) });
    onClose();
  };
  const vacate = useWrite(vacatePost, { changes: postReads, onDone: done });
  const end = useWrite(endPost, { changes: postReads, onDone: done });
  const submit = () => {
    const post_ = { postId: post.id, version: post.version };
    const day = form.values.day ?? undefined;
    if (ends) end.mutate({ ...post_, on: day }, { onError: fail });
    else vacate.mutate({ ...post_, validFrom: day }, { onError: fail });
  };
  return (
    <form
      noValidate
      aria-label={t(ends ? 'org.posts.endTitle' : 'org.posts.vacateTitle', { title: post.title })}
      className="mt-3 grid items-start gap-4 rounded-md bg-sunken p-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {form.problem && <Refused problem={form.problem} />}
      <p>{ends ? t('org.posts.endHint') : t('org.posts.vacateHint', { name: post.personName ?? '' })}</p>
      <DateField label={t('org.posts.on')} {...form.field('day')} />
      <Ends
        busy={vacate.isPending || end.isPending}
        danger={ends}
        verb={t(ends ? 'org.posts.end' : 'org.posts.vacate')}
        onClose={onClose}
      />
    </form>
  );
}

export function Refused({ problem }: { problem: Problem }) {
  const fields = Object.values(problem.fields ?? {});
  return (
    <div className="sm:col-span-2">
      <Notice live tone="danger" title={problem.title}>
        {fields.length > 0 && fields.join(' ')}
      </Notice>
    </div>
  );
}

export function Ends(props: { busy: boolean; danger?: boolean; verb: string; onClose: () => void }) {
  const t = useT();
  return (
    <div className="flex flex-wrap gap-2 sm:col-span-2">
      <Button type="submit" size="sm" look={props.danger ? 'danger' : 'primary'} busy={props.busy}>
        {props.verb}
      </Button>
      <Button size="sm" onClick={props.onClose}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}
