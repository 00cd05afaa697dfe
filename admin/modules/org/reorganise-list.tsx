import { shortDay } from '#lib/format.ts';
import { changeStates, listChanges, type UnitChange, undoChange } from '#modules/org/reorganisation.contract.ts';
import { useList, useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { UndoBatch } from './reorganise-batch.tsx';

const tones = { planned: 'waiting', done: 'success', undone: 'neutral', failed: 'danger' } as const;

interface ListProps {
  state: string;
  batchId: string;
  onState: (state: string) => void;
}

/** All changes within reach, the latest day first, each with its decision, what went along and what may be done. */
export function ReorganiseList({ state, batchId, onState }: ListProps) {
  const t = useT();
  const chosen = changeStates.find((one) => one === state);
  const list = useList(listChanges, { state: chosen, batchId: batchId || undefined }, { keepPrevious: true });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Select
          className="w-64"
          label={t('reorganise.state')}
          options={[
            { value: '', label: t('reorganise.anyState') },
            ...changeStates.map((value) => ({ value, label: t(`reorganise.state.${value}`) })),
          ]}
          value={chosen ?? ''}
          onChange={onState}
        />
        {batchId && <UndoBatch batchId={batchId} />}
      </div>
      {list.query.error && !list.items && (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      )}
      {!list.items && !list.query.error && <Skeleton lines={6} />}
      {list.items?.length === 0 && <EmptyState title={t('reorganise.none')}>{t('reorganise.noneHint')}</EmptyState>}
      {list.items && list.items.length > 0 && (
        <ul className="flex flex-col gap-3">
          {list.items.map((change) => (
            <li key={change.id}>
              <ChangeCard change={change} />
            </li>
          ))}
        </ul>
      )}
      {list.hasMore && <More shown={list.items?.length ?? 0} hasMore busy={list.busy} onMore={list.more} />}
    </div>
  );
}

function ChangeCard({ change }: { change: UnitChange }) {
  const t = useT();
  const [action] = change.can;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
          <div className="flex flex-wrap items-center gap-2">
            <StateTag tone={tones[change.state]}>{t(`reorganise.state.${change.state}`)}</StateTag>
            <span className="text-xs text-muted">{t(`reorganise.kind.${change.kind}`)}</span>
          </div>
          <p className="text-base font-semibold">{change.sentence}</p>
          <p className="text-muted">{change.decision}</p>
          <Effects change={change} />
          {change.failure && <p className="text-danger">{change.failure}</p>}
          <p className="text-xs text-muted">
            {t('reorganise.by', { name: change.personName, day: shortDay(change.at.slice(0, 10)) })}
            {change.batchId && (
              <>
                {' · '}
                <Link to={paths.reorganise.to({}, { lo: change.batchId })}>
                  {t('reorganise.ofTable', { name: change.fileName ?? '' })}
                </Link>
              </>
            )}
          </p>
        </div>
        {action && <Undo change={change} action={action} />}
      </div>
    </Card>
  );
}

function Effects({ change }: { change: UnitChange }) {
  const t = useT();
  const told = (['units', 'people', 'plans', 'asks'] as const)
    .filter((key) => change.effects[key] > 0)
    .map((key) => t(`reorganise.went.${key}`, { n: change.effects[key] }));
  const target = change.to.find((unit) => unit.id !== null);
  return (
    <p>
      {told.length > 0 && `${told.join(' · ')} `}
      {target?.id && change.state === 'done' && (
        <Link to={paths.unit.to({ unitId: target.id })}>{t('reorganise.seeUnit', { name: target.name })}</Link>
      )}
    </p>
  );
}

function Undo({ change, action }: { change: UnitChange; action: 'undo' | 'withdraw' }) {
  const t = useT();
  const undo = useWrite(undoChange, {
    changes: ['/unit', '/people', '/plans', '/home'],
    onDone: () => toast({ text: t(`reorganise.${action}.done`) }),
  });
  return (
    <div className="flex max-w-sm flex-col items-end gap-2">
      <Button busy={undo.isPending} onClick={() => undo.mutate({ changeId: change.id })}>
        {t(`reorganise.${action}`)}
      </Button>
      {undo.error && (
        <p role="alert" className="text-danger">
          {undo.error.title}
        </p>
      )}
    </div>
  );
}
