import * as z from 'zod/mini';
import { endpoint, id, input, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

const nullable = z.nullable;
const planId = { planId: id() };
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

export const listQuestions = endpoint({
  ...get,
  path: '/plans/:planId/questions',
  summary: 'What units asked about the plan, unanswered first',
  can: 'plans.send',
  input: input(planId),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        lineId: nullable(z.string()),
        lineText: nullable(z.string()),
        unitName: z.string(),
        text: z.string(),
        personName: nullable(z.string()),
        at: z.string(),
        answerId: nullable(z.string()),
      }),
    ),
    answers: z.array(
      z.object({
        id: z.string(),
        lineId: nullable(z.string()),
        question: z.string(),
        answer: z.string(),
        personName: z.string(),
        at: z.string(),
        version: z.int(),
      }),
    ),
  }),
});
export const answerQuestions = endpoint({
  ...post,
  path: '/plans/:planId/answers',
  summary: 'One answer to one or many questions, seen by every unit that got the plan',
  can: 'plans.send',
  input: input({
    ...planId,
    id: id(),
    questionIds: z.array(id()).check(z.maxLength(500)),
    lineId: z._default(nullable(id()), null),
    question: text(2000).check(z.minLength(1, 'fields.required')),
    answer: text(4000).check(z.minLength(1, 'fields.required')),
  }),
  output: z.object({ id: z.string(), told: z.int() }),
});
export const correctAnswer = endpoint({
  method: 'PATCH',
  path: '/plans/:planId/answers/:answerId',
  summary: 'Correct a published answer; the units are told',
  can: 'plans.send',
  input: input({
    ...planId,
    answerId: id(),
    version: version(),
    answer: text(4000).check(z.minLength(1, 'fields.required')),
  }),
  output: z.object({ id: z.string(), version: z.int() }),
});

type Row = Record<string, unknown>;
export const questionsAnswered = event<Row>('plan-answer.published', { kind: 'plan-answer' });
export const answerCorrected = event<Row>('plan-answer.corrected', { kind: 'plan-answer' });
