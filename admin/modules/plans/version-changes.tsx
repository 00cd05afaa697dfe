import ArrowRight from 'lucide-react/icons/arrow-right';
import Minus from 'lucide-react/icons/minus';
import MoveVertical from 'lucide-react/icons/move-vertical';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import type { OutputOf } from '#lib/contract.ts';
import { diffWords } from '#lib/plan-diff.ts';
import { partNames } from '#lib/plan-parts.ts';
import type { diffVersions } from '#modules/plans/versions.contract.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { factName, factOfVersion } from './version-facts.ts';
import { WordDiff } from './word-diff.tsx';

type Change = OutputOf<typeof diffVersions>['changes'][number];
type Fact = Change['facts'][number];

const signs = {
  added: ['success', Plus],
  removed: ['danger', Minus],
  changed: ['info', Pencil],
  moved: ['neutral', MoveVertical],
} as const satisfies Record<Change['kind'], readonly [Tone, unknown]>;

/** What changed, part by part, in the order of the paper. */
export function VersionChanges({ changes }: { changes: readonly Change[] }) {
  const t = useT();
  if (changes.length === 0)
    return (
      <EmptyState small title={t('plans.versions.same')}>
        {t('plans.versions.sameHint')}
      </EmptyState>
    );
  const parts = (['header', ...partNames] as const).filter((part) => changes.some((change) => change.part === part));
  return (
    <>
      <p role="status" className="text-muted">
        {t('plans.versions.changes', { n: changes.length })}
      </p>
      {parts.map((part) => (
        <Card key={part} title={t(`plans.part.${part}`)} flush>
          <ul>
            {keyed(changes.filter((change) => change.part === part)).map(([key, change]) => (
              <ChangeLine key={key} change={change} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

/** Changes have no name of their own; two of one line never stand side by side with the same words. */
function keyed(changes: readonly Change[]): [string, Change][] {
  const met = new Map<string, number>();
  return changes.map((change) => {
    const name = `${change.kind} ${change.label}`;
    const times = met.get(name) ?? 0;
    met.set(name, times + 1);
    return [`${name} ${times}`, change];
  });
}

function ChangeLine({ change }: { change: Change }) {
  const t = useT();
  const [tone, icon] = signs[change.kind];
  return (
    <li className="flex flex-col items-start gap-2 border-b border-line px-4 py-3 last:border-b-0 sm:flex-row sm:gap-4">
      <span className="w-28 shrink-0">
        <StateTag tone={tone} icon={icon}>
          {t(`plans.versions.kind.${change.kind}`)}
        </StateTag>
      </span>
      <div className="min-w-0 flex-1">
        {change.words.length > 0 ? <WordDiff words={change.words} /> : change.label && <p>{change.label}</p>}
        {change.facts.length > 0 && (
          <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
            {change.facts.map((fact) => (
              <FactLine key={fact.name} part={change.part} fact={fact} />
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

/** Longer texts are compared word by word, short facts stand side by side. */
const LONG = 60;

function FactLine({ part, fact }: { part: string; fact: Fact }) {
  const t = useT();
  const before = factOfVersion(fact.name, fact.before, t);
  const after = factOfVersion(fact.name, fact.after, t);
  const long = before !== '' && after !== '' && before.length + after.length > LONG;
  return (
    <>
      <dt className="text-muted">{factName(part, fact.name, t)}</dt>
      <dd className="min-w-0">
        {long ? (
          <WordDiff words={diffWords(before, after)} />
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            <span className="sr-only">{t('plans.versions.before')}: </span>
            <span className={before ? 'text-danger line-through' : 'text-muted'}>
              {before || t('plans.versions.nothing')}
            </span>
            <ArrowRight size={14} className="shrink-0 text-muted" aria-hidden />
            <span className="sr-only">{t('plans.versions.after')}: </span>
            <span className={after ? 'text-success' : 'text-muted'}>{after || t('plans.versions.nothing')}</span>
          </span>
        )}
      </dd>
    </>
  );
}
