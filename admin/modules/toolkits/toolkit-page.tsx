import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { listToolkit, type Piece } from '#modules/cascade/toolkits.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { PieceCard } from './piece-card.tsx';
import { PieceForm } from './piece-form.tsx';

/** The toolkit of one plan: for the sender to write and correct, for the units to take in their own name. */
export default function ToolkitPage() {
  const t = useT();
  const { planId } = useAddress(paths.toolkit);
  const { unit } = useSession();
  const { data, error, refetch } = useRead(listToolkit, { planId, unitId: unit?.id });
  const [writing, setWriting] = useState<string>();
  if (error) return <ProblemPage problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const groups = [...Map.groupBy(data.items, (piece: Piece) => piece.lineText ?? '')];
  return (
    <Page
      title={t('toolkits.one')}
      lead={t('toolkits.oneLead', { plan: data.plan.title, unit: data.plan.unitName })}
      crumbs={[{ label: t('toolkits.title'), to: paths.toolkits.to() }]}
      action={
        data.manages &&
        !writing && (
          <Button look="primary" icon={Plus} onClick={() => setWriting(newId(Date.now()))}>
            {t('toolkits.add')}
          </Button>
        )
      }
    >
      {writing && (
        <Card title={t('toolkits.add')}>
          <PieceForm planId={planId} pieceId={writing} piece={null} onClose={() => setWriting(undefined)} />
        </Card>
      )}
      {data.items.length === 0 && !writing && (
        <Card>
          <EmptyState title={t('toolkits.empty')}>
            {t(data.manages ? 'toolkits.emptyOwn' : 'toolkits.emptyReceived')}
          </EmptyState>
        </Card>
      )}
      {groups.map(([line, pieces]) => (
        <section key={line} className="flex flex-col gap-4">
          <h2 className="text-base font-semibold">{line || t('toolkits.wholePlan')}</h2>
          {pieces.map((piece) => (
            <PieceCard key={piece.id} piece={piece} manages={data.manages} />
          ))}
        </section>
      ))}
    </Page>
  );
}
