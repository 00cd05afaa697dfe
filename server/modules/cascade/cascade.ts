import type { Db } from '#platform/tx.ts';
import * as sql from './cascade.sql.ts';

/** What plans that run ask of a unit, line by line, and how it stands to each. */
export const askedLinesOf = (db: Db, unitId: string): Promise<sql.AskedOf[]> => sql.askedLinesOf(db, unitId);

/** Whether the plan was sent to this very unit, at any time. */
export const isAddressed = (db: Db, planId: string, unitId: string): Promise<boolean> =>
  sql.isAddressed(db, planId, unitId);

/** Units that are bound by quotas of a plan above: asked, and neither answered 'not ours' nor freed by an accepted wish. */
export const quotaAsks = (db: Db, lineIds: readonly string[]): Promise<sql.QuotaAsk[]> => sql.quotaAsks(db, lineIds);
