import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { moments } from '#lib/plan-parts.ts';
import { articleRow } from './articles.contract.ts';

export const assignmentStates = ['open', 'done', 'cancelled'] as const;
export type AssignmentState = (typeof assignmentStates)[number];
export const assignmentActs = ['write', 'edit', 'cancel'] as const;
export type AssignmentAct = (typeof assignmentActs)[number];

const nullable = z.nullable;
const words = nullable(z.string());

/** What somebody was asked to write, and how much of it has come. */
export const assignment = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  teamId: words,
  teamName: words,
  personId: words,
  personName: words,
  kind: z.string(),
  title: z.string(),
  brief: z.string(),
  wanted: z.int(),
  dueOn: words,
  /** Where what comes of it counts. */
  lineId: words,
  lineText: words,
  planId: words,
  planTitle: words,
  targetId: words,
  targetProduct: words,
  seriesId: words,
  seriesTitle: words,
  state: z.enum(assignmentStates),
  reason: words,
  /** Texts begun, handed in, approved for it. */
  begun: z.int(),
  sent: z.int(),
  approved: z.int(),
  /** Days past the due day while texts are missing; null where none is or no day was named. */
  daysLate: nullable(z.int()),
  createdByName: words,
  createdAt: z.string(),
  version: z.int(),
  can: z.array(z.enum(assignmentActs)),
});
export type Assignment = z.output<typeof assignment>;

/** An activity at work for which something may be written, with its targets and series. */
export const purposeChoice = z.object({
  lineId: z.string(),
  lineText: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  targets: z.array(z.object({ id: z.string(), product: z.string(), moment: z.enum(moments) })),
  series: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type PurposeChoice = z.output<typeof purposeChoice>;

const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;
const assignmentId = { assignmentId: id() };
const facts = {
  /** A team or a person of the unit; at least one of them. */
  teamId: z._default(nullable(id()), null),
  personId: z._default(nullable(id()), null),
  kind: text(30),
  title: name(300),
  brief: z._default(text(4000), ''),
  wanted: z._default(whole(1, 200), 1),
  dueOn: z._default(nullable(day()), null),
  lineId: z._default(nullable(id()), null),
  targetId: z._default(nullable(id()), null),
  seriesId: z._default(nullable(id()), null),
};

export const assignmentScopes = ['mine', 'unit'] as const;
export const listAssignments = endpoint({
  ...get,
  path: '/article-assignments',
  summary: 'What the caller was asked to write, or what a unit asked for; what is due first stands first',
  can: 'articles.read',
  input: input({
    scope: z._default(z.enum(assignmentScopes), 'mine'),
    unitId: z.optional(id()),
    /** Asked for one activity. */
    lineId: z.optional(id()),
    state: z._default(z.enum([...assignmentStates, 'any']), 'open'),
    ...paging,
  }),
  output: page(assignment),
});

export const getAssignment = endpoint({
  ...get,
  path: '/article-assignments/:assignmentId',
  summary: 'One assignment with the texts written for it that the caller may see',
  can: 'articles.read',
  input: input(assignmentId),
  output: z.object({ assignment, articles: z.array(articleRow) }),
});

export const getAssigning = endpoint({
  ...get,
  path: '/article-assignments/places',
  summary: 'Whom a unit may ask (its teams, people who write there), for which kinds and activities',
  can: 'articles.assign',
  input: input({ unitId: id() }),
  output: z.object({
    teams: z.array(z.object({ id: z.string(), name: z.string() })),
    people: z.array(z.object({ id: z.string(), name: z.string(), unitName: z.string() })),
    kinds: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })),
    choices: z.array(purposeChoice),
  }),
});

export const createAssignment = endpoint({
  ...post,
  path: '/article-assignments',
  summary: 'Ask a team or a person for texts; the same id twice asks once',
  can: 'articles.assign',
  input: input({ id: id(), unitId: id(), ...facts }),
  output: assignment,
});
export const editAssignment = endpoint({
  method: 'PUT',
  path: '/article-assignments/:assignmentId',
  summary: 'Change what is asked for; whoever is asked anew is told',
  can: 'articles.assign',
  input: input({ ...assignmentId, version: version(), ...facts }),
  output: assignment,
});
export const cancelAssignment = endpoint({
  ...post,
  path: '/article-assignments/:assignmentId/cancellation',
  summary: 'Ask for it no longer, with a reason; texts begun for it stay',
  can: 'articles.assign',
  input: input({ ...assignmentId, version: version(), reason: name(1000) }),
  output: assignment,
});

/** Where a text is to count by itself, in words. */
export const purpose = z.object({
  lineId: words,
  lineText: words,
  planId: words,
  planTitle: words,
  targetId: words,
  targetProduct: words,
  /** From which moment on it counts there. */
  moment: nullable(z.enum(moments)),
  seriesId: words,
  seriesTitle: words,
});
export type Purpose = z.output<typeof purpose>;

export const getPurpose = endpoint({
  ...get,
  path: '/articles/:articleId/purpose',
  summary: 'Where a text counts, and where else the caller may let it count',
  can: 'articles.read',
  input: input({ articleId: id() }),
  output: z.object({
    purpose,
    /** The evidence that was recorded for it by itself. */
    evidence: nullable(z.object({ id: z.string(), counted: z.boolean(), state: z.string() })),
    choices: z.array(purposeChoice),
    can: z.array(z.enum(['set'])),
  }),
});
export const setPurpose = endpoint({
  method: 'PUT',
  path: '/articles/:articleId/purpose',
  summary: 'Let a text count for an activity, a target and a series of a plan of its unit, or for none',
  can: 'articles.write',
  input: input({
    articleId: id(),
    lineId: nullable(id()),
    targetId: z._default(nullable(id()), null),
    seriesId: z._default(nullable(id()), null),
  }),
  output: purpose,
});

type Row = Record<string, unknown>;
const of = { kind: 'article-assignment' };
export const assignmentMade = event<Row>('article-assignment.made', of);
export const assignmentChanged = event<Row>('article-assignment.changed', of);
export const assignmentDone = event<Row>('article-assignment.done', of);
export const assignmentReopened = event<Row>('article-assignment.reopened', of);
export const assignmentCancelled = event<Row>('article-assignment.cancelled', of);
export const purposeSet = event<Row>('article.purpose-set', { kind: 'article' });
