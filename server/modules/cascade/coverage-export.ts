import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { slugOf } from '#lib/text.ts';
import type { Actor } from '#platform/actor.ts';
import type { FileReply } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { writeLargeXlsx, writtenFile } from '../documents/exports.ts';
import type * as c from './coverage.contract.ts';
import * as sql from './coverage-export.sql.ts';
import { wordedLines } from './coverage-lines.ts';
import { coveredPlan } from './coverage-plan.ts';
import { coverageSheets, madeOn } from './coverage-sheets.ts';
import { listAddressees } from './coverage-units.sql.ts';
import { unitSet } from './coverage-units.ts';
import { planFacts } from './plan-facts.sql.ts';
import { planName } from './reminder-words.ts';

/** A province has some 1,600; a workbook of all 52,000 with all lines helps nobody and takes half a minute. */
const most = 5000;

/** Coverage as .xlsx for the units of a filter: units, lines, line × unit in words, and who is missing. */
export async function exportCoverage(
  db: Db,
  actor: Actor,
  { planId, ...filter }: InputOf<typeof c.exportCoverage>,
): Promise<FileReply> {
  const set = await unitSet(db, actor, await coveredPlan(db, actor, planId), filter);
  const n = await sql.countSet(db, set);
  if (n > most) fail('cascade.too-many-units', { n, most });
  const plan = (await planFacts(db, planId)) ?? fail('not-found');
  const [units, words, gaps] = await Promise.all([
    listAddressees(db, set, { after: undefined, limit: most }),
    wordedLines(db, planId),
    sql.listGaps(db, set, most),
  ]);
  const all = await sql.statesByUnit(
    db,
    set,
    words.map((line) => line.lineId),
  );
  const used = [...new Set([...all.values()].flat().map((one) => Math.floor(one / 10)))].sort((a, b) => a - b);
  const place = new Map(used.map((at, i) => [at, i]));
  const { language } = actor;
  const title = say(language, 'coverage.sheet.title', { plan: planName(language, plan) });
  const body = await writeLargeXlsx(
    coverageSheets({
      language,
      today: set.today,
      titles: [title, `${plan.fromUnit} · ${madeOn(language, set.today)}`],
      units,
      lines: used.map((at) => words[at]!),
      states: new Map(
        [...all].map(([id, states]) => [id, states.map((one) => place.get(Math.floor(one / 10))! * 10 + (one % 10))]),
      ),
      gaps,
    }),
  );
  const name = slugOf(['tình hình triển khai', plan.number, plan.symbol].filter(Boolean).join(' ')).slice(0, 80);
  return writtenFile(body, name, 'xlsx');
}
