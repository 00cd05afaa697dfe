import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { consentChannels, purposes } from './classes.contract.ts';

export const withdrawalActs = ['answer', 'extend', 'add-step', 'settle'] as const;
export const withdrawalStates = ['open', 'late', 'done'] as const;
export const stepStates = ['done', 'open', 'impossible'] as const;

export const withdrawalStep = z.object({
  id: z.string(),
  withdrawalId: z.string(),
  mediaId: z.nullable(z.string()),
  cutId: z.nullable(z.string()),
  unitId: z.string(),
  unitName: z.string(),
  /** 'page': a page of the system; 'copy': a unit that holds the picture; others are named by who adds them. */
  placeKind: z.string(),
  placeId: z.nullable(z.string()),
  place: z.string(),
  channel: z.nullable(z.enum(consentChannels)),
  state: z.enum(stepStates),
  note: z.string(),
  doneAt: z.nullable(z.string()),
  doneByName: z.nullable(z.string()),
  can: z.array(z.enum(['settle'])),
});
export type WithdrawalStep = z.output<typeof withdrawalStep>;

export const withdrawalRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  pupilId: z.string(),
  pupilName: z.string(),
  className: z.string(),
  /** Null: all of them. */
  purposes: z.nullable(z.array(z.enum(purposes))),
  channels: z.nullable(z.array(z.enum(consentChannels))),
  askedBy: z.string(),
  reason: z.string(),
  evidence: z.boolean(),
  receivedAt: z.string(),
  answerBy: z.string(),
  carryOutBy: z.string(),
  answeredAt: z.nullable(z.string()),
  extendedTo: z.nullable(z.string()),
  extensionReason: z.nullable(z.string()),
  doneAt: z.nullable(z.string()),
  state: z.enum(withdrawalStates),
  /** Places settled, and how many there are. */
  steps: z.object({ settled: z.int(), all: z.int() }),
  version: z.int(),
  can: z.array(z.enum(withdrawalActs)),
});
export type WithdrawalRow = z.output<typeof withdrawalRow>;

export const withdrawalDetail = z.object({
  ...withdrawalRow.shape,
  /** Pictures that are held back since then. */
  pictures: z.int(),
  /** The law the clocks follow. */
  source: z.string(),
  places: z.array(withdrawalStep),
});
export type WithdrawalDetail = z.output<typeof withdrawalDetail>;

const withdrawalId = { withdrawalId: id() };

export const listWithdrawals = endpoint({
  method: 'GET',
  path: '/withdrawals',
  summary: 'Requests to take consent back, newest first',
  can: 'consents.read',
  input: input({ unitId: id(), state: z.optional(z.enum(withdrawalStates)), ...paging }),
  output: page(withdrawalRow),
});

export const getWithdrawal = endpoint({
  method: 'GET',
  path: '/withdrawals/:withdrawalId',
  summary: 'One request: its clocks and every place where something is done',
  can: 'consents.read',
  input: input(withdrawalId),
  output: withdrawalDetail,
});

export const withdrawConsent = endpoint({
  method: 'POST',
  path: '/withdrawals',
  summary: 'Consent is taken back: it ends at once and every picture of the pupil is held back in the same moment',
  can: 'consents.record',
  input: input({
    id: id(),
    pupilId: id(),
    purposes: z._default(z.nullable(z.array(z.enum(purposes)).check(z.minLength(1))), null),
    channels: z._default(z.nullable(z.array(z.enum(consentChannels)).check(z.minLength(1))), null),
    askedBy: name(160),
    reason: z._default(text(500), ''),
    /** When it reached us; not in the future. */
    receivedAt: z.optional(z.iso.datetime()),
    evidenceFileId: z._default(z.nullable(id()), null),
  }),
  output: withdrawalDetail,
});

export const answerWithdrawal = endpoint({
  method: 'POST',
  path: '/withdrawals/:withdrawalId/answer',
  summary: 'The parent was answered',
  can: 'consents.record',
  input: input({ ...withdrawalId, version: version() }),
  output: withdrawalDetail,
});

export const extendWithdrawal = endpoint({
  method: 'POST',
  path: '/withdrawals/:withdrawalId/extension',
  summary: 'More time to carry it out, once, with the reason the parent is told',
  can: 'consents.decide',
  input: input({ ...withdrawalId, version: version(), to: day(), reason: name(500) }),
  output: withdrawalDetail,
});

export const addStep = endpoint({
  method: 'POST',
  path: '/withdrawals/:withdrawalId/steps',
  summary: 'Another place where the picture is: a panel, a printed issue, a page that is not ours',
  can: 'consents.record',
  input: input({
    ...withdrawalId,
    id: id(),
    place: name(300),
    channel: z._default(z.nullable(z.enum(consentChannels)), null),
  }),
  output: withdrawalDetail,
});

export const settleStep = endpoint({
  method: 'POST',
  path: '/withdrawal-steps/:stepId/settlement',
  summary: 'A place is cleared, or it is said why it cannot be',
  can: 'consents.record',
  input: input({ stepId: id(), state: z.enum(['done', 'impossible']), note: z._default(text(500), '') }),
  output: withdrawalStep,
});

/** What others ask of us: a picture we were shown, the place, and by when; never whose child it is. */
export const listAskedSteps = endpoint({
  method: 'GET',
  path: '/withdrawal-steps',
  summary: 'Places a unit has to clear because somebody took consent back, the nearest due day first',
  can: 'consents.read',
  input: input({ unitId: id() }),
  output: z.object({
    items: z.array(z.object({ ...withdrawalStep.shape, fromUnit: z.string(), dueOn: z.string() })),
  }),
});

export const answerLetter = endpoint({
  method: 'GET',
  path: '/withdrawals/:withdrawalId/letter',
  summary: 'The answer to the parent (.docx): what was taken down, what is still asked of others, and by when',
  can: 'consents.read',
  input: input(withdrawalId),
  output: z.unknown(),
});

type Row = Record<string, unknown>;
const of = { kind: 'withdrawal', personal: ['askedBy', 'reason'] };
/** Ids only: whoever follows asks by the withdrawal's id which pictures are held back (`withdrawnCuts`). */
export const consentWithdrawn = event<Row>('consent.withdrawn', of);
export const withdrawalAnswered = event<Row>('withdrawal.answered', of);
export const withdrawalExtended = event<Row>('withdrawal.extended', of);
export const withdrawalDone = event<Row>('withdrawal.done', of);
export const stepAdded = event<Row>('withdrawal-step.added', { kind: 'withdrawal' });
export const stepSettled = event<Row>('withdrawal-step.settled', { kind: 'withdrawal' });
/** Of one picture that the public saw: from now on it does not. */
export const mediaBlocked = event<Row>('media.blocked', { kind: 'media' });
export const mediaUnblocked = event<Row>('media.unblocked', { kind: 'media' });
