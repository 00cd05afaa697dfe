import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Part } from '#lib/plan-parts.ts';
import type { PlanWhole } from '#modules/plans/plans.contract.ts';
import { useSession } from '../../../app/session.tsx';
import { useT } from '../../../texts/load.ts';
import { toast } from '../../../ui/toast.tsx';
import type { Book, LineEntry } from './book.ts';
import { type Desk, openDesk } from './desk.ts';

const Context = createContext<Desk | null>(null);
export const DeskProvider = Context;

/** Opens the desk of a plan while the page is shown, and says what text came back. */
export function useOpenDesk(whole: PlanWhole): Desk | null {
  const t = useT();
  const personId = useSession().me.person.id;
  const [desk, setDesk] = useState<Desk | null>(null);
  const planId = whole.plan.id;
  const latest = useRef(whole);
  latest.current = whole;
  useEffect(() => {
    // A plan that is read again later is taken in by the desk itself.
    const opened = openDesk(planId, latest.current, personId);
    setDesk(opened);
    void opened.restored.then((n) => {
      if (n > 0) toast({ text: t('plans.edit.restored', { n }), tone: 'info' });
    });
    return opened.leave;
  }, [planId, personId, t]);
  return desk;
}

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('useDesk is only for the editors of a plan');
  return desk;
}

/** A value of the book; drawn again only when it is another one. */
export function useBook<T>(select: (book: Book) => T): T {
  const { book } = useDesk();
  return useSyncExternalStore(book.subscribe, () => select(book));
}

export const useLine = (id: string): LineEntry | undefined => useBook((book) => book.lines.get(id));
export const useOrder = (part: Part, parentId: string | null): readonly string[] =>
  useBook((book) => book.order(part, parentId));
