import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { unitKinds } from '#lib/unit-kinds.ts';

/** hợp nhất, sáp nhập · chia, tách · đổi tên · chuyển đơn vị quản lý · kết thúc hoạt động */
export const changeKinds = ['merge', 'split', 'rename', 'move', 'close'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** planned: waits for its day · done · undone: everything stands as before · failed: could not be carried out on its day. */
export const changeStates = ['planned', 'done', 'undone', 'failed'] as const;
export type ChangeState = (typeof changeStates)[number];

export const changeActions = ['undo', 'withdraw'] as const;
export type ChangeAction = (typeof changeActions)[number];

/** A unit that the change makes. What is left out it takes over from the first unit it comes from. */
const madeUnit = z.strictObject({
  id: z.optional(id()),
  name: name(),
  kind: z.optional(z.enum(unitKinds)),
  parentId: z.optional(id()),
  shortName: z.optional(text(80)),
  symbol: z.optional(text(40)),
  place: z.optional(text(80)),
  code: z.optional(text(40)),
});
export type MadeUnit = z.output<typeof madeUnit>;

const target = z.strictObject({
  /** An existing unit … */
  unitId: z.optional(id()),
  /** … or a new one. */
  make: z.optional(madeUnit),
  /** Units below the divided one that go to this part; what nobody takes goes to the first part. */
  childIds: z.optional(z.array(id()).check(z.maxLength(2000))),
});
export type Target = z.output<typeof target>;

export const changeFields = {
  id: z.optional(id()),
  kind: z.enum(changeKinds),
  /** The first day on which it holds; later than today it waits for that day. */
  effectiveOn: day(),
  /** 'Quyết định số 1234/QĐ-UBND ngày 20/6/2025' */
  decision: name(300),
  /** Units that are merged, divided, renamed, moved or closed. */
  fromIds: z.array(id()).check(z.minLength(1, 'fields.required'), z.maxLength(2000, 'fields.too-long')),
  /** merge: one · split: two or more, the first carries on the open work · move: the new parent · close: who carries on, or nobody. */
  to: z.optional(z.array(target).check(z.maxLength(20, 'fields.too-long'))),
  /** split: the divided unit stays open. */
  keep: z.optional(z.boolean()),
  /** move: on which line; the working one unless told otherwise. */
  line: z.optional(z.enum(['working', 'administrative', 'professional'])),
  /** rename */
  name: z.optional(name()),
  shortName: z.optional(text(80)),
  symbol: z.optional(text(40)),
};

export const changeEffects = z.object({
  /** Units that get another unit above them. */
  units: z.number(),
  schools: z.number(),
  people: z.number(),
  plans: z.number(),
  /** Questions from above that are not answered yet. */
  asks: z.number(),
  closed: z.number(),
  made: z.number(),
});
export type ChangeEffects = z.output<typeof changeEffects>;

const named = z.object({ id: z.nullable(z.string()), name: z.string() });

export const unitChange = z.object({
  id: z.string(),
  kind: z.enum(changeKinds),
  state: z.enum(changeStates),
  effectiveOn: z.string(),
  decision: z.string(),
  /** In the words of the reader: 'Hợp nhất A, B thành C'. */
  sentence: z.string(),
  from: z.array(named),
  to: z.array(named),
  effects: changeEffects,
  /** Why it failed. */
  failure: z.nullable(z.string()),
  batchId: z.nullable(z.string()),
  fileName: z.nullable(z.string()),
  personName: z.string(),
  at: z.string(),
  doneAt: z.nullable(z.string()),
  undoneAt: z.nullable(z.string()),
  can: z.array(z.enum(changeActions)),
});
export type UnitChange = z.output<typeof unitChange>;

export const listChanges = endpoint({
  method: 'GET',
  path: '/unit-changes',
  summary: 'Merged, divided, renamed, moved and closed units: planned, done, undone; the latest day first',
  can: 'units.reorganise',
  input: input({ state: z.optional(z.enum(changeStates)), batchId: z.optional(id()), ...paging }),
  output: page(unitChange),
});

export const getChange = endpoint({
  method: 'GET',
  path: '/unit-changes/:changeId',
  summary: 'One change with what it did',
  can: 'units.reorganise',
  input: input({ changeId: id() }),
  output: unitChange,
});

export const previewChange = endpoint({
  method: 'POST',
  path: '/unit-changes/preview',
  summary: 'What a change would do; nothing is written',
  can: 'units.reorganise',
  input: input(changeFields),
  output: z.object({ sentence: z.string(), effects: changeEffects, planned: z.boolean() }),
});

export const makeChange = endpoint({
  method: 'POST',
  path: '/unit-changes',
  summary: 'Carries a change out, or keeps it until its day; with an id given, sending it twice makes one',
  can: 'units.reorganise',
  input: input(changeFields),
  output: unitChange,
});

export const undoChange = endpoint({
  method: 'POST',
  path: '/unit-changes/:changeId/undoing',
  summary: 'Brings back what was before, as long as nothing stands upon the change; a planned one is withdrawn',
  can: 'units.reorganise',
  input: input({ changeId: id() }),
  output: unitChange,
});

export const undoBatch = endpoint({
  method: 'POST',
  path: '/unit-change-batches/:batchId/undoing',
  summary: 'Undoes all changes of one table, the last one first',
  can: 'units.reorganise',
  input: input({ batchId: id() }),
  output: z.object({ undone: z.number() }),
});

export const tableRow = z.object({
  row: z.number(),
  /** What would happen, or why it cannot. */
  sentence: z.string(),
  ok: z.boolean(),
  effects: z.nullable(changeEffects),
});

/** The body is the .xlsx or .csv file itself. Sent without `commit` it is checked only. One wrong row stops the whole table. */
export const changeByTable = endpoint({
  method: 'POST',
  path: '/unit-change-tables',
  summary:
    'A table of changes (kind, former unit, new unit, day, decision): preview first, then commit=yes as one batch',
  can: 'units.reorganise',
  input: input({ fileName: name(200), commit: z.optional(z.enum(['yes'])) }),
  output: z.object({
    fileName: z.string(),
    committed: z.boolean(),
    batchId: z.nullable(z.string()),
    changes: z.number(),
    refused: z.number(),
    rows: z.array(tableRow),
    effects: changeEffects,
  }),
});
export type ChangeTable = z.output<typeof changeByTable.output>;

export const getChangeSample = endpoint({
  method: 'GET',
  path: '/unit-change-sample',
  summary: 'A table to fill in (.csv, UTF-8) with the headings that are understood',
  can: 'units.reorganise',
  input: input({}),
  output: z.unknown(),
});

/** What a reader of a unit's page may know of its past. */
export const unitHistory = endpoint({
  method: 'GET',
  path: '/units/:unitId/history',
  summary: 'Where the unit stood before, from which units it came and what became of it',
  can: 'units.read',
  input: input({ unitId: id() }),
  output: z.object({
    items: z.array(
      z.object({
        on: z.string(),
        kind: z.enum(changeKinds),
        decision: z.string(),
        /** 'Hợp nhất từ …', 'Trước đó thuộc …' */
        sentence: z.string(),
      }),
    ),
  }),
});

/** By the tree of the fact's own day, and by the tree of today. */
const asThenAsNow = z.object({ asThen: z.number(), asNow: z.number() });

export const compareFigures = endpoint({
  method: 'GET',
  path: '/unit-figures',
  summary: 'Units, issued plans and outputs by the tree of their day and by the tree of today; both add up to the same',
  can: 'units.read',
  input: input({ within: z.optional(id()), from: day(), to: day() }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        closedOn: z.nullable(z.string()),
        units: asThenAsNow,
        plans: asThenAsNow,
        outputs: asThenAsNow,
      }),
    ),
    total: z.object({
      units: asThenAsNow,
      plans: asThenAsNow,
      outputs: asThenAsNow,
    }),
  }),
});
export type ComparedFigures = z.output<typeof compareFigures.output>;

interface ChangeShape {
  kind: string;
  effectiveOn: string;
  decision: string;
  from: readonly string[];
  to: readonly string[];
}
const change = { kind: 'unit-change' };
export const changePlanned = event<ChangeShape>('unit-change.planned', change);
export const changeDone = event<ChangeShape>('unit-change.done', change);
export const changeUndone = event<ChangeShape>('unit-change.undone', change);
export const changeWithdrawn = event<ChangeShape>('unit-change.withdrawn', change);
export const changeFailed = event<ChangeShape & { reason: string }>('unit-change.failed', change);
