import Rss from 'lucide-react/icons/rss';
import { dayOf } from '#lib/format.ts';
import { firstDayOf, monthOf, schoolYearOf } from '#lib/months.ts';
import { addFeed } from '#modules/outputs/feeds.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

export function FeedAdd({ unitId }: { unitId: string }) {
  const t = useT();
  const today = dayOf(Date.now());
  const initial = { siteUrl: '', since: firstDayOf(monthOf(schoolYearOf(today), 9)) as string | null };
  const form = useForm(initial);
  const add = useWrite(addFeed, {
    changes: ['/feeds', '/outputs'],
    onDone: () => {
      toast({ tone: 'success', text: t('outputs.feedAdded') });
      form.reset(initial);
    },
  });
  const { siteUrl, since } = form.values;
  return (
    <Card title={t('outputs.feedAdd')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!add.isPending) add.mutate({ unitId, siteUrl, since: since ?? '' }, { onError: form.fail });
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <div className="flex flex-wrap items-start gap-3">
          <TextInput
            className="min-w-64 flex-1"
            label={t('outputs.feedUrl')}
            hint={t('outputs.feedUrlHint')}
            required
            inputMode="url"
            {...form.field('siteUrl')}
          />
          <DateField className="w-64" label={t('outputs.feedSince')} required max={today} {...form.field('since')} />
        </div>
        <div>
          <Button type="submit" look="primary" icon={Rss} busy={add.isPending}>
            {t('outputs.feedAdd')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
