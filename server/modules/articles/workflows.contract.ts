import * as z from 'zod/mini';
import { endpoint, id, input, name, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { step, stepHolders } from './steps.contract.ts';

export const resumes = ['same-step', 'start'] as const;

export const workflow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  steps: z.array(step),
  /** After a return: on from the step that returned it, or from the first one. */
  resume: z.enum(resumes),
  /** After an edit of an approved text only the last step is taken again. */
  lastOnly: z.boolean(),
  /** Where it comes from: the unit itself, a unit above, or what holds for its kind of unit by default. */
  from: z.enum(['own', 'above', 'default']),
  fromUnitId: z.nullable(z.string()),
  fromUnitName: z.nullable(z.string()),
  /** The basis of a default. */
  source: z.nullable(z.string()),
  setAt: z.nullable(z.string()),
  setByName: z.nullable(z.string()),
  /** The setting it would take up without its own. */
  inherited: z.nullable(
    z.object({ from: z.enum(['above', 'default']), fromUnitName: z.nullable(z.string()), steps: z.array(step) }),
  ),
  /** How many units below take up the setting of this unit now, or would. */
  takenUpBy: z.int(),
  /** Texts under way: they keep the steps with which they were handed in. */
  underWay: z.int(),
  can: z.array(z.enum(['set', 'inherit'])),
});
export type Workflow = z.output<typeof workflow>;

const unitId = { unitId: id() };

export const listWorkflowUnits = endpoint({
  method: 'GET',
  path: '/article-workflows',
  summary: 'The units whose steps the caller may set',
  can: 'newsroom.manage',
  input: input({}),
  output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
});

export const getWorkflow = endpoint({
  method: 'GET',
  path: '/article-workflows/:unitId',
  summary: 'The steps a text takes in a unit, and where they come from',
  can: 'articles.read',
  input: input(unitId),
  output: workflow,
});

/** A step as it is typed; keys are given by the client so that a renamed step stays the same one. */
const given = z.strictObject({
  key: name(40),
  name: name(100),
  by: z.enum(stepHolders),
  personId: z._default(z.nullable(id()), null),
  days: whole(1, 30),
  optional: z._default(z.boolean(), false),
  ownToo: z._default(z.nullable(z.boolean()), null),
});

export const setWorkflow = endpoint({
  method: 'PUT',
  path: '/article-workflows/:unitId',
  summary: 'Set the steps of a unit; texts under way keep theirs',
  can: 'newsroom.manage',
  input: input({
    ...unitId,
    /** When the setting was made that is replaced; null for a first one. */
    setAt: z.nullable(z.string()),
    steps: z.array(given).check(z.minLength(1, 'fields.required'), z.maxLength(8, 'fields.too-many')),
    resume: z._default(z.enum(resumes), 'same-step'),
    lastOnly: z._default(z.boolean(), false),
  }),
  output: workflow,
});

export const inheritWorkflow = endpoint({
  method: 'DELETE',
  path: '/article-workflows/:unitId',
  summary: "Give up the unit's own steps: those of the unit above hold, or the default",
  can: 'newsroom.manage',
  input: input(unitId),
  output: workflow,
});

export const listHolders = endpoint({
  method: 'GET',
  path: '/article-workflows/:unitId/people',
  summary: 'Who could be named for a step: colleagues who read the texts of the unit',
  can: 'newsroom.manage',
  input: input(unitId),
  output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
});

type Row = Record<string, unknown>;
export const workflowSet = event<Row>('article-workflow.set', { kind: 'article-workflow' });
export const workflowEnded = event<Row>('article-workflow.ended', { kind: 'article-workflow' });
