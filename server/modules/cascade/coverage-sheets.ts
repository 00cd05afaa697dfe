import { dayOf, shortDay } from '#lib/format.ts';
import type { Language } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Sheet, SheetValue } from '../documents/exports.ts';
import { askStates } from './cascade.contract.ts';
import { lateDays } from './coverage.ts';
import type { Gap } from './coverage-export.sql.ts';
import type { WordedLine } from './coverage-lines.ts';
import type { AddresseeRow } from './coverage-units.sql.ts';

export interface CoverageTable {
  language: Language;
  today: string;
  titles: string[];
  units: readonly AddresseeRow[];
  lines: readonly WordedLine[];
  /** By addressee: place of the line × 10 + place of the state. */
  states: ReadonlyMap<string, readonly number[]>;
  gaps: readonly Gap[];
}

/** So many columns of lines are still read when they are printed. */
const linesOnSheet = 20;

/** The workbook of a plan that went down: units, lines, line × unit, and who is missing. */
export function coverageSheets(table: CoverageTable): Sheet[] {
  const parts = Math.ceil(table.lines.length / linesOnSheet);
  return [
    unitSheet(table),
    lineSheet(table),
    ...Array.from({ length: parts }, (_, i) => matrixSheet(table, i * linesOnSheet)),
    gapSheet(table),
  ];
}

const worded =
  ({ language }: CoverageTable) =>
  (key: string, params = {}) =>
    say(language, `coverage.sheet.${key}`, params);
const dayCell = (at: Date | null): SheetValue => (at ? { date: dayOf(at) } : null);

function unitSheet(table: CoverageTable): Sheet {
  const t = worded(table);
  const head: [string, number, ('center' | 'right')?][] = [
    ['no', 5, 'center'],
    ['unit', 32],
    ['kind', 18],
    ['above', 26],
    ['mode', 12],
    ['state', 16],
    ['asked', 8, 'center'],
    ['answered', 8, 'center'],
    ['due', 11, 'center'],
    ['late', 8, 'center'],
    ['opened', 11, 'center'],
    ['answered-on', 11, 'center'],
    ['reminded', 11, 'center'],
    ['account', 9, 'center'],
    ['own-plan', 9, 'center'],
  ];
  return {
    name: t('units'),
    titles: table.titles,
    columns: head.map(([key, width, align]) => ({ title: t(key), width, ...(align && { align }) })),
    rows: table.units.map((u, i) => [
      i + 1,
      u.unitName,
      say(table.language, `org.kind.${u.kind}`),
      u.aboveName,
      t(`mode.${u.mode}`),
      t(`unit-state.${u.state}`),
      u.asked,
      u.answered,
      u.dueOn ? { date: u.dueOn } : null,
      lateDays(u, table.today) || null,
      dayCell(u.openedAt),
      dayCell(u.answeredAt),
      dayCell(u.remindedAt),
      t(u.hasAccount ? 'yes' : 'no-account'),
      u.ownPlanId ? t('yes') : null,
    ]),
  };
}

function lineSheet(table: CoverageTable): Sheet {
  const t = worded(table);
  const counts = table.lines.map(() => askStates.map(() => 0));
  for (const states of table.states.values()) for (const one of states) counts[Math.floor(one / 10)]![one % 10]! += 1;
  return {
    name: t('lines'),
    titles: table.titles,
    columns: [
      { title: t('no'), width: 5, align: 'center' },
      { title: t('heading'), width: 26 },
      { title: t('line'), width: 50 },
      ...askStates.map((state) => ({ title: t(`ask-state.${state}`), width: 9, align: 'center' as const })),
    ],
    rows: table.lines.map((line, i) => [i + 1, line.heading, line.text, ...counts[i]!.map((n) => n || null)]),
  };
}

function matrixSheet(table: CoverageTable, from: number): Sheet {
  const t = worded(table);
  const to = Math.min(from + linesOnSheet, table.lines.length);
  const words = askStates.map((state) => t(`ask-state.${state}`));
  return {
    name: t('matrix', { from: from + 1, to }),
    titles: [...table.titles, t('matrix-note')],
    columns: [
      { title: t('no'), width: 5, align: 'center' },
      { title: t('unit'), width: 30 },
      ...Array.from({ length: to - from }, (_, i) => ({
        title: String(from + i + 1),
        width: 9,
        align: 'center' as const,
      })),
    ],
    rows: table.units.map((unit, i) => {
      const cells = Array.from<SheetValue>({ length: to - from }).fill(null);
      for (const one of table.states.get(unit.id) ?? []) {
        const at = Math.floor(one / 10) - from;
        if (at >= 0 && at < cells.length) cells[at] = words[one % 10]!;
      }
      return [i + 1, unit.unitName, ...cells];
    }),
  };
}

function gapSheet(table: CoverageTable): Sheet {
  const t = worded(table);
  return {
    name: t('gaps'),
    titles: [...table.titles, t(table.gaps.length > 0 ? 'gaps-note' : 'no-gaps')],
    columns: [
      { title: t('no'), width: 5, align: 'center' },
      { title: t('unit'), width: 40 },
      { title: t('kind'), width: 26 },
      { title: t('above'), width: 40 },
    ],
    rows: table.gaps.map((gap, i) => [i + 1, gap.name, say(table.language, `org.kind.${gap.kind}`), gap.aboveName]),
  };
}

/** 'Lập ngày 20/11/2026'. */
export const madeOn = (language: Language, today: string): string =>
  say(language, 'coverage.sheet.made-on', { day: shortDay(today) });
