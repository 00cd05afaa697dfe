import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { getUnit, listTree } from '#modules/org/org.contract.ts';
import { call } from '../../app/client.ts';
import { keyOf, queries } from '../../app/data.ts';
import { Problem } from '../../app/problem.ts';
import { type Branches, extended, missing } from './unit-branches.ts';

const PAGE = 100;

export interface UnitTree {
  branches: Branches;
  open: ReadonlySet<string>;
  setOpen: (open: Set<string>) => void;
  /** Brings the next units of a long branch. */
  more: (parentId: string) => void;
  problem: Problem | undefined;
  retry: () => void;
}

/** The tree of units, branch by branch as it is opened; the line down to `start` is open at the beginning. */
export function useUnitTree(start: string | undefined): UnitTree {
  const [branches, setBranches] = useState<Branches>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem>();
  const asked = useRef(new Set<string>());

  const bring = async (parentId: string, after?: string): Promise<void> => {
    const key = `${parentId} ${after ?? ''}`;
    if (asked.current.has(key)) return;
    asked.current.add(key);
    try {
      const page = await call(listTree, { parentId: parentId || undefined, after, limit: PAGE });
      setBranches((now) => extended(now, parentId, page));
    } catch (error) {
      asked.current.delete(key);
      if (error instanceof Problem) setProblem(error);
    }
  };

  useEffect(() => {
    if (!start) return;
    let gone = false;
    const input = { unitId: start };
    queries
      .ensureQueryData({ queryKey: keyOf(getUnit, input), queryFn: () => call(getUnit, input) })
      .then(({ ancestors, id }) => !gone && setOpen((now) => new Set([...now, ...ancestors.map((a) => a.id), id])))
      // Without it the tree begins at its roots.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [start]);

  const bringMissing = useEffectEvent((ids: string[]) => {
    for (const id of ids) void bring(id);
  });
  useEffect(() => {
    if (!problem) bringMissing(missing(branches, open));
  }, [branches, open, problem]);

  return {
    branches,
    open,
    setOpen,
    more: (parentId) => void bring(parentId, branches.get(parentId)?.next ?? undefined),
    problem,
    retry: () => setProblem(undefined),
  };
}
