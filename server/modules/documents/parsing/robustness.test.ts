import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readText } from '../reading/text.ts';
import type { Gold, GoldSubsection } from '../samples/gold-format.ts';
import { BARE, MUTATIONS } from './mutations.ts';
import { parsePlan } from './parse-plan.ts';
import { type LabelledPlan, scoreOf, shareOf, tuningPlans } from './sample-plans.ts';

// Two plans are wrapped and mixed already: spoiling them twice says nothing.
const SPOILT = /^(?:untidy|months-prose)/;
const plans = tuningPlans(/\.txt$/).filter((plan) => !SPOILT.test(plan.name));
const textOf = (plan: LabelledPlan): string => readFileSync(plan.file, 'utf8');

for (const [name, change] of Object.entries(MUTATIONS)) {
  test(`a plan is still read right with ${name}`, () => {
    const { precision, recall, values, wrong } = shareOf(
      plans.map((plan) => scoreOf(parsePlan(readText(change(textOf(plan)))), plan.gold)),
    );
    assert.ok(
      precision >= 0.98 && recall >= 0.98 && values >= 0.97,
      `${precision} ${recall} ${values}\n${wrong.join('\n')}`,
    );
  });
}

const unnumbered = (part: GoldSubsection): GoldSubsection => ({
  ...part,
  number: null,
  children: part.children?.map(unnumbered),
});

function withoutNumbers(gold: Gold): Gold {
  return {
    ...gold,
    sections: gold.sections.map((section) => ({
      ...section,
      numeral: null,
      children: section.children.map(unnumbered),
    })),
    contentAreas: gold.contentAreas.map((area) => ({ ...area, number: null })),
  };
}

test('a plan that lost its numbers, bullets and bold letters is mostly read right', () => {
  const { precision, recall, wrong } = shareOf(
    plans.map((plan) => scoreOf(parsePlan(readText(BARE(textOf(plan)))), withoutNumbers(plan.gold))),
  );
  assert.ok(precision >= 0.9 && recall >= 0.8, `${precision} ${recall}\n${wrong.join('\n')}`);
});
