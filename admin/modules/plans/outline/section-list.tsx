import { useT } from '../../../texts/load.ts';
import { SavedMark } from '../editing/save-state.tsx';
import { useBook } from '../editing/use-desk.ts';
import { sections } from './sections.ts';

/** The parts of the plan with how much stands in each; a press goes there. */
export function SectionList() {
  const t = useT();
  const counts = useBook((book) => sections.map(({ part }) => book.order(part, null).length).join(' ')).split(' ');
  const entries: [string, string, string][] = [
    ['plan-header', t('plans.part.header'), ''],
    ...sections.map(({ part }, i): [string, string, string] => [
      `part-${part}`,
      t(`plans.part.${part}`),
      counts[i] === '0' ? '' : (counts[i] ?? ''),
    ]),
    ['plan-end', t('plans.part.end'), ''],
  ];
  return (
    <nav aria-label={t('plans.edit.sections')} className="sticky top-20 hidden lg:block">
      <div className="mb-2 min-h-5 px-3">
        <SavedMark />
      </div>
      <ul className="flex flex-col">
        {entries.map(([id, label, count]) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => go(id)}
              className="flex min-h-8 w-full items-center justify-between gap-2 rounded-md px-3 text-left text-muted hover:bg-sunken hover:text-ink"
            >
              {label}
              <span className="text-xs tabular-nums">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Scrolls to a part and puts the focus on its first box, so that typing goes on there. */
function go(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector<HTMLElement>('textarea, input, select, button')?.focus({ preventScroll: true });
}
