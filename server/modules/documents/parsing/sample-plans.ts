import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlanDraft } from '#lib/plan-draft.ts';
import type { Gold } from '../samples/gold-format.ts';
import { type Score, scorePlan } from '../samples/scoring.ts';

/** For tests: the sample plans that rules may be written with, and how close drafts come to their labels. */
const TUNING = path.join(import.meta.dirname, '../samples/tuning');
/** Real plans lie beside the checkout where somebody put them; they are never part of it. */
const REAL = path.join(import.meta.dirname, '../../../../../shared/plans');

export interface LabelledPlan {
  name: string;
  file: string;
  gold: Gold;
}

const READABLE = /\.(?:txt|docx|doc|pdf|html)$/;

export function tuningPlans(ending = READABLE): LabelledPlan[] {
  return readdirSync(TUNING)
    .filter((file) => ending.test(file) && READABLE.test(file))
    .map((file) => ({
      name: file,
      file: path.join(TUNING, file),
      gold: goldAt(path.join(TUNING, `${file.split('.')[0]}.json`)),
    }));
}

/** null where the folder of real plans is not there. */
export function realPlans(): LabelledPlan[] | null {
  if (!existsSync(path.join(REAL, 'gold'))) return null;
  return ['text', 'docx', 'pdf', 'html'].flatMap((folder) =>
    readdirSync(path.join(REAL, folder))
      .filter((file) => READABLE.test(file) && !file.endsWith('.doc'))
      .map((file) => {
        const gold = path.join(REAL, 'gold', `${file.split(/[-.]/)[0]}.json`);
        return { name: `${folder}/${file}`, file: path.join(REAL, folder, file), gold: goldAt(gold) };
      }),
  );
}

const goldAt = (file: string): Gold => JSON.parse(readFileSync(file, 'utf8')) as Gold;

export interface Share {
  precision: number;
  recall: number;
  values: number;
  /** What was missed or too many, to be read when a floor is broken. */
  wrong: string[];
}

export const scoreOf = (draft: PlanDraft, gold: Gold, printed = true): Score =>
  scorePlan(draft as unknown as Record<string, unknown>, gold, printed);

/** Adds up scores to shares of 0 to 1. */
export function shareOf(scores: readonly Score[]): Share {
  const lists = scores.flatMap((score) => Object.entries(score.lists));
  const values = scores.flatMap((score) => Object.entries(score.values));
  const sum = (count: (tally: (typeof lists)[number][1]) => number) =>
    lists.reduce((total, [, tally]) => total + count(tally), 0);
  const right = sum((tally) => tally.right);
  const wrong = [
    ...lists.flatMap(([field, tally]) => [
      ...tally.missed.map((one) => `${field}: missed ${brief(one)}`),
      ...tally.extra.map((one) => `${field}: too many ${brief(one)}`),
    ]),
    ...values
      .filter(([, value]) => !value.ok)
      .map(([field, value]) => `${field}: wanted ${brief(value.want)}, got ${brief(value.got)}`),
  ];
  return {
    precision: right / (right + sum((tally) => tally.extra.length)),
    recall: right / (right + sum((tally) => tally.missed.length)),
    values: values.filter(([, value]) => value.ok).length / values.length,
    wrong,
  };
}

const brief = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).slice(0, 140);
