import { fail } from '#lib/errors.ts';
import { pathsDownTo } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { findIssuedLine } from './load-line.sql.ts';
import * as sql from './purposes.sql.ts';

/** Where something is to count by itself: an activity, one of its targets, a series of its plan. */
export interface Purpose {
  lineId: string | null;
  targetId: string | null;
  seriesId: string | null;
}

/**
 * A purpose that something of a unit may serve: an activity at work of the unit's own plan, or of a plan above at which
 * the actor records. Field errors else; without an activity there is neither target nor series.
 */
export async function checkPurpose(tx: Tx, actor: Actor, unitPath: string, given: Purpose): Promise<void> {
  if (!given.lineId) {
    if (given.targetId || given.seriesId) fail('invalid', {}, { fields: { lineId: 'fields.required' } });
    return;
  }
  const line = await findIssuedLine(tx, given.lineId);
  if (!line || !mayServe(actor, unitPath, line.path))
    return fail('invalid', {}, { fields: { lineId: 'fields.invalid' } });
  const [targets, series] = await Promise.all([
    sql.targetsOfLines(tx, [line.id]),
    sql.seriesOfPlans(tx, [line.planId]),
  ]);
  const fields = {
    ...(given.targetId && targets.every((t) => t.id !== given.targetId) && { targetId: 'fields.invalid' }),
    ...(given.seriesId && series.every((s) => s.id !== given.seriesId) && { seriesId: 'fields.invalid' }),
  };
  if (Object.keys(fields).length > 0) fail('invalid', {}, { fields });
}

const mayServe = (actor: Actor, unitPath: string, linePath: string): boolean =>
  linePath === unitPath || (unitPath.startsWith(linePath) && actor.can('outputs.record', linePath));

/** Activities, targets and series among which a purpose is chosen for something of a unit. */
export async function purposeChoices(db: Db, actor: Actor, unitPath: string) {
  const paths = pathsDownTo(unitPath).filter((path) => mayServe(actor, unitPath, path));
  const lines = await sql.linesAtWork(db, paths);
  const [targets, series] = await Promise.all([
    sql.targetsOfLines(
      db,
      lines.map((l) => l.lineId),
    ),
    sql.seriesOfPlans(db, [...new Set(lines.map((l) => l.planId))]),
  ]);
  const byLine = Map.groupBy(targets, (t) => t.lineId);
  return lines.map(({ lineId, lineText, planId, planTitle }) => ({
    lineId,
    lineText,
    planId,
    planTitle,
    targets: (byLine.get(lineId) ?? []).map(({ id, product, moment }) => ({ id, product, moment })),
    series: series
      .filter((s) => s.planId === planId && (s.lineId === null || s.lineId === lineId))
      .map(({ id, title }) => ({ id, title })),
  }));
}

/** A purpose in words. */
export async function purposeWords(db: Db, given: Purpose) {
  const { line, target, series } = await sql.wordsOf(db, given);
  return {
    ...given,
    lineText: line?.lineText ?? null,
    planId: line?.planId ?? null,
    planTitle: line?.planTitle ?? null,
    targetProduct: target?.product ?? null,
    moment: target?.moment ?? null,
    seriesTitle: series ?? null,
  };
}
