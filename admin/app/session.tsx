import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Right } from '#lib/rights.ts';
import { getMe, type Me } from '#modules/access/access.contract.ts';
import { chooseLanguage, hasChosenLanguage } from '../texts/load.ts';
import { currentLanguage } from '../texts/texts.ts';
import { call } from './client.ts';
import { keyOf, queries, useRead } from './data.ts';
import { holds } from './holds.ts';

export type MyUnit = Me['units'][number];

export interface Session {
  me: Me;
  /** The unit I am acting for; chosen in the top bar. Null for somebody without any grant. */
  unit: MyUnit | null;
  chooseUnit: (unitId: string) => void;
  /** Whether I hold a right for a unit (its path); without a path: for the unit I am acting for. */
  can: (right: Right, path?: string) => boolean;
  /** Whether I hold a right anywhere. */
  canAnywhere: (right: Right) => boolean;
}

const Context = createContext<Session | null>(null);
const remembered = 'lantoa.unit';

/** Brings who I am before a page is drawn; throws the Problem 'signed-out' for a visitor. */
export async function loadMe(): Promise<Me> {
  const me = await queries.ensureQueryData({ queryKey: keyOf(getMe, {}), queryFn: () => call(getMe, {}) });
  // On a machine where nothing was chosen yet, the account's language speaks.
  if (!hasChosenLanguage() && me.person.language !== currentLanguage()) await chooseLanguage(me.person.language);
  return me;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const { data: me } = useRead(getMe, {});
  const [unitId, setUnitId] = useState(() => localStorage.getItem(remembered));
  const session = useMemo<Session | null>(() => {
    if (!me) return null;
    const unit = me.units.find((mine) => mine.id === unitId) ?? me.units[0] ?? null;
    return {
      me,
      unit,
      chooseUnit: (id) => {
        localStorage.setItem(remembered, id);
        setUnitId(id);
      },
      can: (right, path = unit?.path ?? '') => holds(me.units, right, path),
      canAnywhere: (right) => me.units.some((mine) => mine.rights.includes(right)),
    };
  }, [me, unitId]);
  return session && <Context value={session}>{children}</Context>;
}

/** Who I am and what I may do, for everything inside the frame. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession is only for pages inside the frame');
  return session;
}
