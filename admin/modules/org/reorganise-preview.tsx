import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CallOf, OutputOf } from '#lib/contract.ts';
import { type ChangeEffects, type makeChange, previewChange } from '#modules/org/reorganisation.contract.ts';
import { call } from '../../app/client.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

type ChangeCall = CallOf<typeof makeChange>;
export type Preview = OutputOf<typeof previewChange>;
const PAUSE = 350;

/** What the change would do, asked anew once the person pauses; the refusal of the server comes as its sentence. */
export function usePreview(change: ChangeCall | null) {
  const asked = JSON.stringify(change);
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE);
    return () => clearTimeout(timer);
  }, [asked]);
  const input = JSON.parse(settled) as ChangeCall | null;
  const query = useQuery<Preview, Problem>({
    // No path of its own: once the change is made, what it would have done is not asked again.
    queryKey: ['preview of a change', settled],
    queryFn: ({ signal }) => call(previewChange, input!, { signal }),
    enabled: input !== null,
    staleTime: 0,
    retry: false,
  });
  const fresh = settled === asked && input !== null;
  return {
    preview: fresh ? query.data : undefined,
    problem: fresh ? (query.error ?? undefined) : undefined,
    waiting: change !== null && (!fresh || query.isFetching),
  };
}

/** Figures of what goes along: schools, people, plans in the making, questions that are not answered. */
function EffectFigures({ effects }: { effects: ChangeEffects }) {
  const t = useT();
  const figures = (['units', 'schools', 'people', 'plans', 'asks'] as const).map((key) => [key, effects[key]] as const);
  return (
    <dl className="grid grid-cols-2 gap-3">
      {figures.map(([key, n]) => (
        <div key={key} className="flex flex-col-reverse justify-end rounded-md bg-sunken px-4 py-2">
          <dt className="text-muted">{t(`reorganise.effect.${key}`)}</dt>
          <dd className="text-xl font-semibold tabular-nums">{n}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PreviewCardProps {
  change: ReturnType<typeof usePreview> & { ready: boolean };
  /** What carries it out, once it was looked at. */
  children: React.ReactNode;
}

/** 'Sẽ chuyển 27 trường, 312 người …' beside the form, on a phone below it: looked at before the button is pressed. */
export function PreviewCard({ change, children }: PreviewCardProps) {
  const t = useT();
  const { preview, problem, waiting, ready } = change;
  return (
    <Card title={t('reorganise.preview.title')} className="lg:sticky lg:top-20">
      <div className="flex flex-col gap-4" aria-live="polite" aria-busy={waiting}>
        {!ready && <p className="text-muted">{t('reorganise.preview.empty')}</p>}
        {ready && problem && <Notice tone="danger" title={problem.title} />}
        {ready && !preview && !problem && waiting && <Skeleton lines={5} />}
        {ready && preview && (
          <>
            <p className="font-semibold">{preview.sentence}.</p>
            <EffectFigures effects={preview.effects} />
            <p className="text-muted">{t(preview.planned ? 'reorganise.preview.later' : 'reorganise.preview.now')}</p>
          </>
        )}
      </div>
      <div className="mt-5 flex flex-wrap gap-2">{children}</div>
    </Card>
  );
}
