import { longDay, shortDay } from '#lib/format.ts';
import type { Language } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import { linkTo } from '../access/links.ts';
import type { PlanFacts } from './plan-facts.sql.ts';
import type { Waiting } from './reminder-delivery.sql.ts';
import type { Preview } from './reminders.sql.ts';

/** Opens for each reader what was asked of the reader's own unit, so one link does for a whole group. */
export const answerPath = (planId: string): string => `/tra-loi/ke-hoach/${planId}`;

/** Where those who sent a plan see how it stands below. */
export const coveragePath = (planId: string): string => `/app/ke-hoach/${planId}/trien-khai`;

/** 'Kế hoạch số 12/KH-SGDĐT ngày 05/11/2026 về “…”'. */
export const planName = (language: Language, plan: PlanFacts): string =>
  plan.number && plan.issuedOn
    ? say(language, 'coverage.plan', {
        number: `${plan.number}/${plan.symbol}`,
        date: shortDay(plan.issuedOn),
        title: plan.title,
      })
    : say(language, 'coverage.plan-unnumbered', { title: plan.title });

/** Names of units that a text for a group lists; more of them nobody reads in a chat. */
export const namesShown = 20;

function dueWords(language: Language, first: string | null, last: string | null): string {
  if (first === null || last === null) return '';
  if (first === last) return say(language, 'coverage.due', { day: longDay(first, language) });
  return say(language, 'coverage.due-between', { from: shortDay(first), to: shortDay(last) });
}

/** What a sender pastes into a Zalo group: official, short, thankful; always in Vietnamese. */
export function groupText(plan: PlanFacts, found: Preview): string {
  const list = found.names.map(({ name, waiting }) =>
    say('vi', waiting > 0 ? 'coverage.group.unit' : 'coverage.group.unit-answered', { name, n: waiting }),
  );
  if (found.units > found.names.length)
    list.push(say('vi', 'coverage.group.more', { n: found.units - found.names.length }));
  return say('vi', 'coverage.group.text', {
    from: plan.fromUnit,
    plan: planName('vi', plan),
    n: found.units,
    due: dueWords('vi', found.firstDue, found.lastDue),
    list: list.join('\n'),
    link: linkTo(answerPath(plan.id)),
  });
}

/** What the rule writes where a person would have written a message. */
export const ruleMessage = (language: Language, stepDays: number, told: 'unit' | 'unit-above'): string =>
  say(language, `coverage.rule.${told === 'unit-above' ? 'above' : stepDays < 0 ? 'before' : 'after'}`);

interface Letter {
  plan: PlanFacts;
  message: string;
  name: string;
}

/** To the people of one unit about what it was asked. */
export function unitLetter(language: Language, { plan, message, name }: Letter, unit: Waiting) {
  const due = unit.dueOn ? longDay(unit.dueOn, language) : say(language, 'coverage.no-due');
  const facts = { plan: planName(language, plan), unit: unit.name, n: unit.waiting, due };
  return {
    subject: say(language, 'coverage.mail.subject', { title: plan.title }),
    text: say(language, 'coverage.mail.text', {
      ...facts,
      name,
      message,
      from: plan.fromUnit,
      link: linkTo(answerPath(plan.id)),
    }),
  };
}

/** To the people of the unit above about those below it. */
export function aboveLetter(language: Language, { plan, message, name }: Letter, units: readonly Waiting[]) {
  const list = units
    .slice(0, 50)
    .map((unit) => say(language, 'coverage.group.unit', { name: unit.name, n: unit.waiting }));
  if (units.length > list.length) list.push(say(language, 'coverage.group.more', { n: units.length - list.length }));
  return {
    subject: say(language, 'coverage.mail.subject-above', { title: plan.title, n: units.length }),
    text: say(language, 'coverage.mail.text-above', {
      plan: planName(language, plan),
      name,
      message,
      n: units.length,
      list: list.join('\n'),
      from: plan.fromUnit,
      link: linkTo(coveragePath(plan.id)),
    }),
  };
}
