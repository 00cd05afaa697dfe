import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tree } from '../../ui/tree.tsx';
import { linesOf, parentToExtend } from './unit-branches.ts';
import { useUnitTree } from './use-unit-tree.ts';

export interface UnitExplorerProps {
  /** The unit whose line is open at the beginning. */
  start: string | undefined;
  chosen: string | undefined;
  onChoose: (unitId: string) => void;
}

/** The lazy tree of units, from the ministry to the team. */
export function UnitExplorer({ start, chosen, onChoose }: UnitExplorerProps) {
  const t = useT();
  const tree = useUnitTree(start);
  if (tree.problem) return <ProblemNotice problem={tree.problem} onRetry={tree.retry} />;
  if (!tree.branches.has('')) return <Skeleton className="p-4" />;
  return (
    <div className="overflow-x-auto px-2">
      <Tree
        label={t('org.tree')}
        nodes={linesOf(tree.branches, (name) => t('org.treeMore', { name }))}
        open={tree.open}
        onOpen={tree.setOpen}
        selected={chosen}
        onSelect={(id) => {
          const parent = parentToExtend(id);
          if (parent === undefined) onChoose(id);
          else tree.more(parent);
        }}
      />
    </div>
  );
}
