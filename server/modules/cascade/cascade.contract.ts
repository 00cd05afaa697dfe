import * as z from 'zod/mini';
import { day, endpoint, id, input, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { partNames } from '#lib/plan-parts.ts';
import { unitKinds } from '#lib/unit-kinds.ts';

/** Giao thực hiện · đề nghị phối hợp · để biết. */
/** Parts of a plan that may be asked of units below. */
export const askableParts = ['area', 'solution', 'activity', 'duty', 'quota', 'deliverable', 'reporting'] as const;
export const isAskable = (part: string): boolean => (askableParts as readonly string[]).includes(part);

/** The strongest first: a unit that is meant twice is meant by the stronger. */
export const sendModes = ['assign', 'coordinate', 'inform'] as const;
export type SendMode = (typeof sendModes)[number];
export const askStates = [
  'unopened',
  'unanswered',
  'loose',
  'adopted',
  'not-ours',
  'wants-change',
  'changed',
  'known',
] as const;
export type AskState = (typeof askStates)[number];
/** How a unit as a whole stands: the most pressing of its lines; 'done' is answered whole. */
export const addresseeStates = ['unopened', 'unanswered', 'wants-change', 'loose', 'done'] as const;
export type AddresseeState = (typeof addresseeStates)[number];
export const answerActs = ['adopt', 'not-ours', 'wants-change'] as const;
export type AnswerAct = (typeof answerActs)[number];

const nullable = z.nullable;
const when = nullable(z.string());
const kinds = z.array(z.enum(unitKinds)).check(z.maxLength(unitKinds.length));
const planId = { planId: id() };
const addresseeId = { addresseeId: id() };
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

/** What is chosen when a plan goes down: lines (each for some kinds only, or for all), and to whom. */
export const choice = z.object({
  lines: z
    .array(z.object({ lineId: id(), kinds: z._default(nullable(kinds), null) }))
    .check(z.maxLength(2000, 'fields.too-long')),
  to: z
    .array(
      z.object({
        mode: z.enum(sendModes),
        /** Units picked one by one (also partners elsewhere in the sector). */
        unitIds: z._default(z.array(id()).check(z.maxLength(5000, 'fields.too-long')), []),
        /** All open units of these kinds below the sender. */
        kinds: z._default(kinds, []),
        /** … and below this unit, where given. */
        withinId: z._default(nullable(id()), null),
      }),
    )
    .check(z.minLength(1, 'fields.required'), z.maxLength(20)),
});
export type Choice = z.output<typeof choice>;

export const dispatchLine = z.object({
  lineId: z.string(),
  part: z.enum(partNames),
  /** Title of the area, or the actor that a duty names; null for lines that stand by themselves. */
  heading: nullable(z.string()),
  text: z.string(),
  /** Kinds of units below that the line seems to address; empty where it addresses all. */
  kinds,
  /** Whether we propose to send it: lines for others, or only our own affairs, are offered unchosen. */
  chosen: z.boolean(),
  /** Units that were asked this line already. */
  sentTo: z.int(),
});

export const proposeDispatch = endpoint({
  ...get,
  path: '/plans/:planId/dispatch-proposal',
  summary: 'What of an issued plan may go down, and to which kinds of units below',
  can: 'plans.send',
  input: input(planId),
  output: z.object({
    lines: z.array(dispatchLine),
    /** Open units below the sender, by kind. */
    kinds: z.array(z.object({ kind: z.enum(unitKinds), units: z.int(), withAccount: z.int() })),
    dueOn: when,
  }),
});

const skipped = z.object({ unitId: z.string(), name: z.string(), sentence: z.string() });
const outcome = {
  /** Units that get something, and how many lines they are asked in all. */
  units: z.int(),
  asks: z.int(),
  /** Those of them that had the plan already and get more lines. */
  extended: z.int(),
  withoutAccount: z.int(),
  /** Units that get nothing, each with the reason: closed, or nothing of it for their kind. */
  skipped: z.array(skipped),
};

export const previewDispatch = endpoint({
  ...post,
  path: '/plans/:planId/dispatch-preview',
  summary: 'Whom a dispatch would reach, and what each would be asked; nothing is sent',
  can: 'plans.send',
  input: input({ ...planId, choice }),
  output: z.object(outcome),
});

export const dispatchRow = z.object({
  id: z.string(),
  waveOf: nullable(z.string()),
  note: nullable(z.string()),
  dueOn: when,
  choice,
  sentByName: z.string(),
  sentAt: z.string(),
  units: z.int(),
  /** Open units that the same choice would reach today and that have not got the plan. */
  newUnits: z.int(),
});

export const sendPlan = endpoint({
  ...post,
  path: '/plans/:planId/dispatches',
  summary: 'Send an issued plan down; the same id twice sends once',
  can: 'plans.send',
  input: input({
    ...planId,
    id: id(),
    choice,
    dueOn: z._default(nullable(day()), null),
    note: z._default(nullable(text(2000)), null),
  }),
  output: z.object({ id: z.string(), ...outcome }),
});

export const sendWave = endpoint({
  ...post,
  path: '/plans/:planId/dispatches/:dispatchId/waves',
  summary: 'Repeat a dispatch for units that have come since',
  can: 'plans.send',
  input: input({ ...planId, dispatchId: id(), id: id(), dueOn: z._default(nullable(day()), null) }),
  output: z.object({ id: z.string(), ...outcome }),
});

export const listDispatches = endpoint({
  ...get,
  path: '/plans/:planId/dispatches',
  summary: 'How the plan went down, latest first',
  can: 'plans.read',
  input: input(planId),
  output: z.object({ items: z.array(dispatchRow) }),
});

const addresseeActs = ['answer', 'ask', 'make-plan', 'link'] as const;
export const askedRow = z.object({
  id: z.string(),
  planId: z.string(),
  title: z.string(),
  number: nullable(z.string()),
  symbol: z.string(),
  planState: z.string(),
  fromUnit: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  mode: z.enum(sendModes),
  state: z.enum(addresseeStates),
  asked: z.int(),
  answered: z.int(),
  dueOn: when,
  lateDays: z.int(),
  sentAt: z.string(),
  openedAt: when,
  ownPlanId: nullable(z.string()),
});
export type AskedRow = z.output<typeof askedRow>;

export const listAsked = endpoint({
  ...get,
  path: '/asked',
  summary: 'Plans that were sent to units in reach: what waits first, then by the day it is due',
  can: 'plans.read',
  input: input({
    unitId: z.optional(id()),
    planId: z.optional(id()),
    show: z.optional(z.enum(['open', 'done'])),
    ...paging,
  }),
  output: page(askedRow),
});

export const askedLine = z.object({
  lineId: z.string(),
  part: z.enum(partNames),
  heading: nullable(z.string()),
  text: z.string(),
  /** What is countable of it, in words: '02 bài báo trong tháng 3/2026'. */
  counts: nullable(z.string()),
  mode: z.enum(sendModes),
  state: z.enum(askStates),
  dueOn: when,
  teamId: nullable(z.string()),
  teamName: nullable(z.string()),
  personId: nullable(z.string()),
  personName: nullable(z.string()),
  /** Who does it in words, where the answer came over a link. */
  ownerName: nullable(z.string()),
  byOn: when,
  reason: nullable(z.string()),
  decision: nullable(z.enum(['accepted', 'declined'])),
  decisionNote: nullable(z.string()),
  /** For 'changed': the line as it stood when it was answered. */
  formerText: nullable(z.string()),
  formerCounts: nullable(z.string()),
  answeredAt: when,
  version: z.int(),
});
export const publicAnswer = z.object({
  id: z.string(),
  lineId: nullable(z.string()),
  question: z.string(),
  answer: z.string(),
  at: z.string(),
});
export const ownQuestion = z.object({
  id: z.string(),
  lineId: nullable(z.string()),
  text: z.string(),
  at: z.string(),
  answered: z.boolean(),
});
/** Everything the answer page shows. Over a link `people` and `teams` are empty, and nobody is named. */
export const askedWhole = z.object({
  ...askedRow.shape,
  note: nullable(z.string()),
  edition: z.int(),
  lines: z.array(askedLine),
  answers: z.array(publicAnswer),
  questions: z.array(ownQuestion),
  people: z.array(z.object({ id: z.string(), name: z.string(), title: nullable(z.string()) })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  version: z.int(),
  can: z.array(z.enum(addresseeActs)),
});
export type AskedWhole = z.output<typeof askedWhole>;

export const getAsked = endpoint({
  ...get,
  path: '/asked/:addresseeId',
  summary: 'What a plan asks of one unit, and its answers',
  can: 'plans.read',
  input: input(addresseeId),
  output: askedWhole,
});

export const openAsked = endpoint({
  ...post,
  path: '/asked/:addresseeId/opening',
  summary: 'The unit has opened what was sent: it is acknowledged',
  can: 'asks.answer',
  input: input(addresseeId),
  output: z.object({ state: z.enum(addresseeStates), version: z.int() }),
});

export const answer = z.object({
  lineId: id(),
  act: z.enum(answerActs),
  teamId: z._default(nullable(id()), null),
  personId: z._default(nullable(id()), null),
  /** Who does it in words, where nobody of a list is chosen; over a link it is whoever answers unless it says so. */
  ownerName: z.optional(nullable(text(200))),
  byOn: z._default(nullable(day()), null),
  reason: z._default(nullable(text(2000)), null),
});
export type Answer = z.output<typeof answer>;
export const answers = {
  /**
   * Lines answered one by one; all other lines that are open take the answer `rest` (nothing where it is null). Field
   * errors name the line: 'answers.<lineId>.reason', 'rest.reason'.
   */
  answers: z.array(answer).check(z.maxLength(2000)),
  rest: z._default(nullable(z.omit(answer, { lineId: true })), null),
  /** The edition that was read: an answer to an older one is a conflict, also before its lines are asked anew. */
  edition: z.optional(z.int()),
};

export const answerAsked = endpoint({
  method: 'PUT',
  path: '/asked/:addresseeId/answers',
  summary: 'Answer what was asked, in one act with exceptions; the same answer twice changes nothing',
  can: 'asks.answer',
  input: input({ ...addresseeId, version: version(), ...answers }),
  output: askedWhole,
});

export const askQuestion = endpoint({
  ...post,
  path: '/asked/:addresseeId/questions',
  summary: 'Hỏi Văn phòng: ask the sender about a line or the whole plan',
  can: 'asks.answer',
  input: input({
    ...addresseeId,
    id: id(),
    lineId: z._default(nullable(id()), null),
    text: text(2000).check(z.minLength(1, 'fields.required')),
  }),
  output: ownQuestion,
});

export const makePlanFromAnswers = endpoint({
  ...post,
  path: '/asked/:addresseeId/plan',
  summary: "The unit's own plan out of what it adopted; once made, the same one",
  can: 'plans.draft',
  input: input({ ...addresseeId, title: z.optional(text(1000)) }),
  output: z.object({ planId: z.string() }),
});

/** Work that answers gave to the caller: lines in which they, or a team of theirs, are named. */
export const listMyAsks = endpoint({
  ...get,
  path: '/asked-of-me',
  summary: 'Lines of plans from above that were given to me',
  own: 'lines given to the caller',
  input: input(paging),
  output: page(
    z.object({
      addresseeId: z.string(),
      lineId: z.string(),
      planId: z.string(),
      planTitle: z.string(),
      unitName: z.string(),
      text: z.string(),
      byOn: when,
      lateDays: z.int(),
    }),
  ),
});

type Row = Record<string, unknown>;
export const planSent = event<Row>('plan.sent', { kind: 'dispatch' });
export const askedOpened = event<Row>('addressee.opened', { kind: 'addressee' });
export const askedAnswered = event<Row>('addressee.answered', { kind: 'addressee', personal: ['by'] });
export const questionAsked = event<Row>('plan-question.asked', { kind: 'plan-question' });
