import { diffWords } from '#lib/plan-diff.ts';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { factWords } from '../fact-words.ts';
import { WordDiff } from '../word-diff.tsx';
import { headerShape, lineShape } from './book.ts';
import type { HeaderContent, LineContent } from './content.ts';
import type { Entry } from './entry.ts';
import { useDesk } from './use-desk.ts';

interface ClashPanelProps {
  entry: Entry<LineContent> | Entry<HeaderContent>;
  /** The name of a field in words. */
  nameOf: (field: string) => string;
}

/** Two people changed one place: both versions side by side with what differs, and the choice. Nothing is overwritten before it. */
export function ClashPanel({ entry, nameOf }: ClashPanelProps) {
  const t = useT();
  const { book } = useDesk();
  const { clash } = entry;
  if (!clash) return null;
  const deleted = clash.theirs === null;
  const mine = fieldsOf(entry.mine);
  const theirs = clash.theirs ? fieldsOf(clash.theirs.content) : {};
  return (
    <section
      aria-label={t(deleted ? 'plans.edit.clash.deleted' : 'plans.edit.clash.title')}
      className="my-2 flex flex-col gap-3 rounded-md bg-warning-soft p-3"
    >
      <div role="alert">
        <p className="font-semibold text-warning">
          {t(deleted ? 'plans.edit.clash.deleted' : 'plans.edit.clash.title')}
        </p>
        <p>{t(deleted ? 'plans.edit.clash.deletedHint' : 'plans.edit.clash.hint')}</p>
      </div>
      {clash.fields.map((field) => (
        <Sides key={field} name={nameOf(field)} field={field} mine={mine[field]} theirs={theirs[field]} />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" look="primary" onClick={() => book.decide(entry.id, 'mine')}>
          {t(deleted ? 'plans.edit.clash.keepDeleted' : 'plans.edit.clash.keepMine')}
        </Button>
        <Button size="sm" onClick={() => book.decide(entry.id, 'theirs')}>
          {t(deleted ? 'plans.edit.clash.takeDeleted' : 'plans.edit.clash.takeTheirs')}
        </Button>
      </div>
    </section>
  );
}

const fieldsOf = (content: LineContent | HeaderContent) =>
  'part' in content ? lineShape.fields(content) : headerShape.fields(content);

function Sides(props: { name: string; field: string; mine: unknown; theirs: unknown }) {
  const { name, field, mine, theirs } = props;
  const t = useT();
  const words = (value: unknown) => factWords(field.replace('detail.', ''), value, t);
  const [mineText, theirText] = [words(mine), words(theirs)];
  const nothing = <p className="text-muted">{t('plans.edit.clash.nothing')}</p>;
  // Each side is marked against the other, so that neither reads as the original.
  const mineDiff = diffWords(theirText, mineText).filter((word) => word.kind !== 'removed');
  const theirDiff = diffWords(mineText, theirText).filter((word) => word.kind !== 'removed');
  return (
    <div className="flex flex-col gap-1">
      {field !== 'text' && <p className="text-xs font-semibold">{name}</p>}
      <div className="grid gap-2 sm:grid-cols-2">
        <div className="rounded-md border border-line bg-paper p-2">
          <p className="text-xs font-semibold text-muted">{t('plans.edit.clash.mine')}</p>
          {mineText ? <WordDiff words={mineDiff} /> : nothing}
        </div>
        <div className="rounded-md border border-line bg-paper p-2">
          <p className="text-xs font-semibold text-muted">{t('plans.edit.clash.theirs')}</p>
          {theirText ? <WordDiff words={theirDiff} /> : nothing}
        </div>
      </div>
    </div>
  );
}
