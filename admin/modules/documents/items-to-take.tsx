import ChevronRight from 'lucide-react/icons/chevron-right';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import {
  type CarryFacts,
  type CarryGroup,
  type CarryItem,
  groupsFor,
  hasParentIn,
  takenOf,
  type Why,
  withChildren,
  withTaken,
} from './carry.ts';

interface ItemsToTakeProps {
  items: readonly CarryItem[];
  facts: CarryFacts;
  taken: ReadonlySet<string>;
  onTaken: (taken: Set<string>) => void;
}

/** What the plan takes over: the content whole, what is asked of us, and folded away what is asked of others. */
export function ItemsToTake(props: ItemsToTakeProps) {
  return (
    <>
      <Reason why="content" {...props} />
      <Reason why="asked-of-us" {...props} />
      <Reason why="for-others" {...props} />
    </>
  );
}

function Reason({ why, items, facts, taken, onTaken }: ItemsToTakeProps & { why: Why }) {
  const t = useT();
  const groups = groupsFor(items, why);
  const mine = groups.flatMap((group) => group.items);
  if (mine.length === 0) return null;
  const state = takenOf(taken, mine);
  const count = mine.filter((item) => taken.has(item.field)).length;
  return (
    <Card
      flush
      title={t(`documents.take.${why}`)}
      action={
        <Checkbox
          label={t('documents.takeAll', { n: count, all: mine.length })}
          checked={state === 'all'}
          mixed={state === 'some'}
          onChange={(on) => onTaken(withTaken(taken, mine, on))}
        />
      }
    >
      <p className="px-4 pt-3 text-muted">{t(`documents.takeHint.${why}`)}</p>
      <div className="flex flex-col py-2">
        {groups.map((group) => (
          <Group key={group.key} {...{ group, why, facts, taken, onTaken }} />
        ))}
      </div>
    </Card>
  );
}

interface GroupProps extends Omit<ItemsToTakeProps, 'items'> {
  group: CarryGroup;
  why: Why;
}

function Group({ group, why, facts, taken, onTaken }: GroupProps) {
  const t = useT();
  const { items } = group;
  const title =
    why === 'content' ? t(`documents.group.${partGroup(group)}`) : (group.actor ?? t('documents.everybody'));
  const state = takenOf(taken, items);
  return (
    <details open={why !== 'for-others'} className="group border-t border-line first:border-t-0">
      <summary className="flex min-h-11 items-center gap-2 px-4 py-1 hover:bg-sunken">
        <ChevronRight size={16} className="shrink-0 text-muted transition-transform group-open:rotate-90" aria-hidden />
        <span className="min-w-0 flex-1 font-semibold">{title}</span>
        <span className="text-xs text-muted tabular-nums">
          {items.filter((item) => taken.has(item.field)).length}/{items.length}
        </span>
      </summary>
      <div className="flex flex-col px-4 pb-3 pl-10">
        {items.length > 1 && (
          <Checkbox
            className="text-muted"
            label={t('documents.takeGroup')}
            checked={state === 'all'}
            mixed={state === 'some'}
            onChange={(on) => onTaken(withTaken(taken, items, on))}
          />
        )}
        {items.map((item) => (
          <Checkbox
            key={item.field}
            label={item.text}
            className={hasParentIn(items, item, facts) ? 'pl-6' : undefined}
            hint={why === 'content' ? facts.get(item.field)?.more : hintOf(item, why, t)}
            checked={taken.has(item.field)}
            onChange={(on) => onTaken(withTaken(taken, withChildren(items, item, facts), on))}
          />
        ))}
      </div>
    </details>
  );
}

/** Parts a document never gives (audience, message) have no name of their own here. */
function partGroup({ part }: CarryGroup) {
  return part === 'audience' || part === 'message' ? 'unclaimed' : part;
}

/** A duty that is asked of us becomes a measure of our plan; here it is still called a duty. */
const askedAs = ({ part }: CarryItem) =>
  part === 'solution' ? 'duty' : part === 'audience' || part === 'message' ? 'unclaimed' : part;

/** What is asked, and why a duty that quotas say already is not ticked. */
const hintOf = (item: CarryItem, why: Why, t: ReturnType<typeof useT>) =>
  why === 'asked-of-us' && !item.chosen ? t('documents.askedTwice') : t(`documents.kind.${askedAs(item)}`);
