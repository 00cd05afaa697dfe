import * as z from 'zod/mini';
import { endpoint, id, input, page, paging, text, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { articleActs, stages } from './articles.contract.ts';

/** Who takes a step: head of the team that wrote it, an editor of the unit, its head, or one named person. */
export const stepHolders = ['team-head', 'editor', 'head', 'person'] as const;
export type StepHolder = (typeof stepHolders)[number];
export const runStates = ['open', 'approved', 'returned', 'withdrawn'] as const;
export const decisionActs = [
  'submitted',
  'passed',
  'approved',
  'returned',
  'withdrawn',
  'skipped',
  'delegated',
  'claimed',
  'released',
] as const;
export type DecisionAct = (typeof decisionActs)[number];
/** Forms of deciding for somebody, as on paper (Nghị định 30/2020/NĐ-CP): for the head, by order, by authorisation. */
export const delegationForms = ['KT.', 'TL.', 'TUQ.'] as const;
/** Why a step was passed over, as the decision keeps it; anything else there is a sentence of a person. */
export const skipReasons = ['no-team', 'nobody', 'done-before', 'last-only'] as const;

const nullable = z.nullable;

/** A step as a run took it along. */
export const step = z.object({
  key: z.string(),
  name: z.string(),
  by: z.enum(stepHolders),
  personId: nullable(z.string()),
  personName: nullable(z.string()),
  /** Working days. */
  days: z.int(),
  optional: z.boolean(),
  /** Of the last step: whoever wrote the text may approve it too. Null: only where nobody else of the unit could. */
  ownToo: nullable(z.boolean()),
});
export type Step = z.output<typeof step>;

export const decision = z.object({
  id: z.string(),
  act: z.enum(decisionActs),
  step: z.int(),
  stepName: z.string(),
  personName: nullable(z.string()),
  onBehalfOf: nullable(z.string()),
  reason: nullable(z.string()),
  /** The text it was decided on; the versions of two decisions say who changed what in between. */
  versionN: nullable(z.int()),
  contentHash: nullable(z.string()),
  at: z.string(),
});
export type Decision = z.output<typeof decision>;

const person = z.object({ id: z.string(), name: z.string() });
export const run = z.object({
  id: z.string(),
  state: z.enum(runStates),
  steps: z.array(step),
  /** The step it waits at, or ended at. */
  step: z.int(),
  submittedByName: nullable(z.string()),
  submittedAt: z.string(),
  endedAt: nullable(z.string()),
  dueOn: nullable(z.string()),
  claimedBy: nullable(person),
  delegatedTo: nullable(person),
  delegatedAs: nullable(z.string()),
  decisions: z.array(decision),
});
export type Run = z.output<typeof run>;

export const articleSteps = z.object({
  articleId: z.string(),
  unitName: z.string(),
  stage: z.enum(stages),
  /** What an approval is bound to: send it back with the act. */
  contentHash: z.string(),
  /** The steps of a text that was not submitted yet. */
  planned: z.array(step),
  /** The last one first; the open one, if any, stands first. */
  runs: z.array(run),
  /** For whom the open step waits, by name. */
  waitsFor: z.array(z.string()),
  can: z.array(z.enum(articleActs)),
});
export type ArticleSteps = z.output<typeof articleSteps>;

const articleId = { articleId: id() };
const hash = () => z.string().check(z.regex(/^[0-9a-f]{64}$/, 'fields.required'));
/** Which step of which run the person saw: an act that comes twice, or too late, changes nothing. */
const seen = { runId: id(), step: whole(0, 20) };

export const getSteps = endpoint({
  method: 'GET',
  path: '/articles/:articleId/steps',
  summary: 'The way of a text: its steps, what was decided by whom on which text, what waits for whom',
  can: 'articles.read',
  input: input(articleId),
  output: articleSteps,
});

export const submitArticle = endpoint({
  method: 'POST',
  path: '/articles/:articleId/submission',
  summary: 'Hand in for review; twice is once',
  can: 'articles.write',
  input: input({ ...articleId, contentHash: hash(), note: z._default(text(2000), '') }),
  output: articleSteps,
});

export const withdrawArticle = endpoint({
  method: 'POST',
  path: '/articles/:articleId/withdrawal',
  summary: 'Take a text back before anybody decided on it',
  can: 'articles.write',
  input: input({ ...articleId, ...seen }),
  output: articleSteps,
});

export const claimStep = endpoint({
  method: 'PUT',
  path: '/articles/:articleId/claim',
  summary: 'Take on the review of the open step; the head may take it over from somebody',
  can: 'articles.read',
  input: input({ ...articleId, ...seen, takeOver: z._default(z.boolean(), false) }),
  output: articleSteps,
});

export const releaseStep = endpoint({
  method: 'DELETE',
  path: '/articles/:articleId/claim',
  summary: 'Give the review of the open step back',
  can: 'articles.read',
  input: input({ ...articleId, ...seen }),
  output: articleSteps,
});

export const passStep = endpoint({
  method: 'POST',
  path: '/articles/:articleId/passing',
  summary: 'Pass the open step: the text goes on to the next one',
  can: 'articles.read',
  input: input({ ...articleId, ...seen, contentHash: hash(), note: z._default(text(2000), '') }),
  output: articleSteps,
});

export const approveArticle = endpoint({
  method: 'POST',
  path: '/articles/:articleId/approval',
  summary: 'Approve exactly the text that was seen (last step); a text that has changed since is refused with 409',
  can: 'articles.read',
  input: input({ ...articleId, ...seen, contentHash: hash(), note: z._default(text(2000), '') }),
  output: articleSteps,
});

export const returnArticle = endpoint({
  method: 'POST',
  path: '/articles/:articleId/return',
  summary: 'Return to the author with a reason',
  can: 'articles.read',
  input: input({ ...articleId, ...seen, reason: text(2000) }),
  output: articleSteps,
});

export const delegateStep = endpoint({
  method: 'PUT',
  path: '/articles/:articleId/delegation',
  summary: 'Pass the open step on to a colleague who can read the text, for some working days',
  can: 'articles.read',
  input: input({
    ...articleId,
    ...seen,
    personId: id(),
    as: z._default(nullable(z.enum(delegationForms)), null),
    days: whole(1, 30),
  }),
  output: articleSteps,
});

export const listColleagues = endpoint({
  method: 'GET',
  path: '/articles/:articleId/colleagues',
  summary: 'To whom the open step may be passed on',
  can: 'articles.read',
  input: input(articleId),
  output: z.object({ items: z.array(person) }),
});

export const waitingArticle = z.object({
  runId: z.string(),
  articleId: z.string(),
  title: z.string(),
  kind: z.string(),
  unitName: z.string(),
  teamName: nullable(z.string()),
  authorName: nullable(z.string()),
  submittedByName: nullable(z.string()),
  submittedAt: z.string(),
  step: z.int(),
  stepName: z.string(),
  stepBy: z.enum(stepHolders),
  dueOn: nullable(z.string()),
  /** Days past the due day. */
  late: z.int(),
  claimedBy: nullable(person),
  delegatedTo: nullable(person),
  can: z.array(z.enum(articleActs)),
});
export type WaitingArticle = z.output<typeof waitingArticle>;

export const listWaiting = endpoint({
  method: 'GET',
  path: '/article-reviews',
  summary: 'Texts under review that wait for the caller, or for anybody of the units; the most urgent first',
  can: 'articles.read',
  input: input({
    scope: z._default(z.enum(['mine', 'unit', 'sent']), 'mine'),
    by: z.optional(z.enum(stepHolders)),
    late: z.optional(z.enum(['yes'])),
    /** Words of the name of whoever handed it in, or of the title. */
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(waitingArticle),
});

export const countWaiting = endpoint({
  method: 'GET',
  path: '/article-reviews/count',
  summary: 'How many texts wait for the caller (100 stands for more), and how many of these are late',
  can: 'articles.read',
  input: input({}),
  output: z.object({ mine: z.int(), late: z.int() }),
});

type Row = Record<string, unknown>;
/** A title or a reason may name a child: kept where the law may demand to erase it. */
const of = { kind: 'article', personal: ['title', 'reason'] };
export const articleMoved = (
  name:
    | 'submitted'
    | 'passed'
    | 'approved'
    | 'returned'
    | 'withdrawn'
    | 'claimed'
    | 'released'
    | 'delegated'
    | 'reminded',
) => event<Row>(`article.${name}`, of);
