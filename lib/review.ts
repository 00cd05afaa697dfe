import * as z from 'zod/mini';
import type { BlockSpan, Extracted, PlanDraft } from './plan-draft.ts';

/**
 * The draft under the reader's eye: one flat list of fields with stable keys, each accepted, edited, split, joined,
 * moved to another kind or dropped. The draft itself is never changed; corrections are kept beside it.
 */
export const reviewGroups = [
  'header',
  'basis',
  'purpose',
  'requirement',
  'area',
  'areaItem',
  'solution',
  'activity',
  'channel',
  'budget',
  'actor',
  'duty',
  'quota',
  'deliverable',
  'reporting',
  'recipient',
  'signer',
  'cited',
  'unclaimed',
] as const;
export type ReviewGroup = (typeof reviewGroups)[number];

/** Groups a field may be moved to by "change kind"; single values stay where they are. */
export const movableGroups: readonly ReviewGroup[] = [
  'basis',
  'purpose',
  'requirement',
  'area',
  'areaItem',
  'solution',
  'activity',
  'channel',
  'actor',
  'duty',
  'quota',
  'deliverable',
  'reporting',
  'recipient',
  'unclaimed',
];

export const reviewActs = [
  'accept',
  'edit',
  'split',
  'join',
  'change-kind',
  'not-an-item',
  'add',
  'reopen',
  'repair',
] as const;
export type ReviewAct = (typeof reviewActs)[number];

const source = z.object({
  part: z.string(),
  from: z.number(),
  to: z.number(),
  page: z.optional(z.number()),
  box: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  spans: z.array(z.object({ block: z.number(), from: z.number(), to: z.number() })),
});

export const reviewField = z.object({
  key: z.string(),
  group: z.enum(reviewGroups),
  parent: z.nullable(z.string()),
  value: z.string(),
  detail: z.record(z.string(), z.unknown()),
  source: z.nullable(source),
  confidence: z.number(),
  rule: z.nullable(z.string()),
  repairs: z.array(z.object({ raw: z.string(), normal: z.string(), why: z.string() })),
  /** open: check me · read: confident, not yet looked at · accepted, edited: by a person · dropped: not an item. */
  state: z.enum(['open', 'read', 'accepted', 'edited', 'dropped']),
});
export type ReviewField = z.output<typeof reviewField>;

/** Below this a field says "check me". */
export const sureEnough = 0.7;

type Loose = Record<string, unknown>;
const evidenceKeys = new Set(['source', 'confidence', 'rule', 'raw', 'repairs', 'text', 'items', 'duties']);
const detailOf = (item: object): Loose =>
  Object.fromEntries(Object.entries(item).filter(([k]) => !evidenceKeys.has(k)));

function field(
  group: ReviewGroup,
  key: string,
  value: string,
  evidence: Partial<Extracted> | undefined,
  detail: Loose = {},
  parent: string | null = null,
): ReviewField {
  const confidence = evidence?.confidence ?? 0.5;
  const repairs = evidence?.repairs ?? [];
  const needsEye = confidence < sureEnough || repairs.length > 0 || group === 'unclaimed';
  return {
    key,
    group,
    parent,
    value,
    detail,
    source: evidence?.source ?? null,
    confidence,
    rule: evidence?.rule ?? null,
    repairs,
    state: needsEye ? 'open' : 'read',
  };
}

/** All fields of a draft in the order of the paper's sections. */
export function fieldsOf(draft: PlanDraft): ReviewField[] {
  const texts = (group: ReviewGroup, items: readonly ({ text: string } & Extracted)[]) =>
    items.map((item, i) => field(group, `${group}:${i}`, item.text, item, detailOf(item)));
  return [
    ...singles(draft),
    ...texts('basis', draft.legalBases),
    ...texts('purpose', draft.purposes),
    ...texts('requirement', draft.requirements),
    ...draft.contentAreas.flatMap((area, i) => [
      field('area', `area:${i}`, area.title ?? area.text, area, {
        ...detailOf(area),
        body: area.items.length > 0 || !area.title ? null : area.text,
      }),
      ...area.items.map((item, j) => field('areaItem', `areaItem:${i}.${j}`, item.text, item, {}, `area:${i}`)),
    ]),
    ...texts('solution', draft.solutions),
    ...draft.activities.map((a, i) => field('activity', `activity:${i}`, a.content, a, detailOf(a))),
    ...draft.channels.map((c, i) => field('channel', `channel:${i}`, c.name, c, detailOf(c))),
    ...draft.responsibilities.flatMap((r, i) => [
      field('actor', `actor:${i}`, r.actor ?? '', r, {}),
      ...r.duties.map((d, j) => field('duty', `duty:${i}.${j}`, d.text, d, {}, `actor:${i}`)),
    ]),
    ...texts('quota', draft.quotas),
    ...texts('deliverable', draft.deliverables),
    ...texts('reporting', draft.reporting),
    ...draft.recipients.map((r, i) => field('recipient', `recipient:${i}`, r.name, r, detailOf(r))),
    ...texts('cited', draft.citedDocuments),
    ...texts('unclaimed', draft.unclaimed),
  ];
}

function singles(draft: PlanDraft): ReviewField[] {
  const { header, signer, evidence } = draft;
  // Opening and closing carry their own evidence; how a signature is made out stands in the lines of the post.
  const own: Record<string, Extracted | null | undefined> = {
    opening: draft.opening,
    closing: draft.closing,
    'signer.mode': evidence['signer.position'],
    'signer.onBehalfOf': evidence['signer.position'],
  };
  const one = (group: ReviewGroup, path: string, value: string | null | undefined, detail: Loose = {}): ReviewField => {
    const known = evidence[path] ?? (value ? (own[path] ?? undefined) : undefined);
    const made = field(group, path, value ?? '', known, detail);
    // A value the document does not state asks for an eye once, unless the document may well lack it.
    return value ? made : { ...made, state: mayBeMissing.has(path) ? 'read' : 'open' };
  };
  const period =
    draft.period &&
    (draft.period.from === draft.period.to ? `${draft.period.from}` : `${draft.period.from}-${draft.period.to}`);
  return [
    one('header', 'header.parentBody', header.parentBody),
    one('header', 'header.issuingBody', header.issuingBody),
    one('header', 'header.number', header.number),
    one('header', 'header.symbol', header.symbol),
    one('header', 'header.place', header.place),
    one('header', 'header.date', header.date?.iso, { ...header.date }),
    one('header', 'docType', draft.docType),
    one('header', 'title', draft.title),
    one('header', 'period', period, { ...draft.period }),
    one('header', 'opening', draft.opening?.text),
    one('header', 'closing', draft.closing?.text),
    one('budget', 'budget', draft.budget?.source, { ...draft.budget }),
    one('signer', 'signer.mode', signer?.mode),
    one('signer', 'signer.onBehalfOf', signer?.onBehalfOf),
    one('signer', 'signer.position', signer?.position),
    one('signer', 'signer.name', signer?.name),
  ];
}

const mayBeMissing = new Set([
  'header.parentBody',
  'header.number',
  'header.date',
  'opening',
  'closing',
  'budget',
  'signer.mode',
  'signer.onBehalfOf',
  'signer.name',
]);

export interface Correction {
  act: ReviewAct;
  /**
   * A field's key; for accept and not-an-item also 'group:<group>' (all of the kind that nobody decided on) and
   * 'sure:<group>' (of those the confident ones only); for add the key of the field to stand behind.
   */
  field: string;
  /** The new text; for reopen 'read' puts the field back as the reading left it, and nobody is asked. */
  value?: string | undefined;
  detail?: Record<string, unknown> | undefined;
  /** split: UTF-16 offset into the value. */
  at?: number | undefined;
  /** change-kind and add: the group. */
  group?: string | undefined;
  /** add: where in the source it stands. */
  spans?: readonly BlockSpan[] | undefined;
}

/** The fields after one correction, and the field before and after it; null when the correction does not fit. */
export function correct(
  fields: readonly ReviewField[],
  correction: Correction,
): { fields: ReviewField[]; before: ReviewField | null; after: ReviewField | null } | null {
  if (correction.act === 'add') return added(fields, correction);
  if (/^(group|sure):/.test(correction.field)) return wholeGroup(fields, correction);
  const at = fields.findIndex((f) => f.key === correction.field);
  const before = fields[at];
  if (!before) return null;
  const replace = (...withThese: ReviewField[]) => ({
    fields: fields.toSpliced(at, 1, ...withThese),
    before,
    after: withThese[0] ?? null,
  });
  switch (correction.act) {
    case 'accept':
      return replace({ ...before, state: 'accepted' });
    case 'reopen':
      return replace({ ...before, state: correction.value === 'read' ? 'read' : 'open' });
    case 'not-an-item':
      return replace({ ...before, state: 'dropped' });
    case 'edit':
      return replace({
        ...before,
        value: correction.value ?? before.value,
        detail: { ...before.detail, ...correction.detail },
        state: 'edited',
      });
    case 'repair':
      return replace({ ...before, value: repaired(before), repairs: [], state: 'edited' });
    case 'change-kind':
      return changedKind(fields, at, correction.group, replace);
    case 'split':
      return splitAt(fields, before, correction.at, replace);
    case 'join':
      return joined(fields, at);
  }
}

const repaired = (f: ReviewField): string => f.repairs.reduce((text, r) => text.replaceAll(r.raw, r.normal), f.value);

function added(fields: readonly ReviewField[], { field: after, value, detail, group, spans }: Correction) {
  if (!isGroup(group) || !movableGroups.includes(group) || !value) return null;
  const at = fields.findLastIndex((f) => f.key === after || f.group === group) + 1;
  const key = freshKey(fields, group);
  const made: ReviewField = {
    key,
    group,
    parent: parentFor(fields, at, group),
    value,
    detail: detail ?? {},
    source: spans?.length ? { part: '', from: 0, to: 0, spans: [...spans] } : null,
    confidence: 1,
    rule: null,
    repairs: [],
    state: 'edited',
  };
  return { fields: fields.toSpliced(at || fields.length, 0, made), before: null, after: made };
}

function wholeGroup(fields: readonly ReviewField[], { act, field: name }: Correction) {
  const [which, group] = name.split(':');
  if (!isGroup(group) || (act !== 'accept' && act !== 'not-an-item')) return null;
  const state = act === 'accept' ? 'accepted' : 'dropped';
  const touch = (f: ReviewField) =>
    f.group === group && (f.state === 'read' || (f.state === 'open' && which === 'group'));
  return { fields: fields.map((f) => (touch(f) ? ({ ...f, state } as ReviewField) : f)), before: null, after: null };
}

type Replace = (...fields: ReviewField[]) => { fields: ReviewField[]; before: ReviewField; after: ReviewField | null };

function changedKind(fields: readonly ReviewField[], at: number, group: string | undefined, replace: Replace) {
  const before = fields[at]!;
  if (!isGroup(group) || !movableGroups.includes(group) || !movableGroups.includes(before.group)) return null;
  return replace({ ...before, group, parent: parentFor(fields, at, group), detail: {}, state: 'edited' });
}

function splitAt(fields: readonly ReviewField[], before: ReviewField, at: number | undefined, replace: Replace) {
  if (at === undefined || at <= 0 || at >= before.value.length || !movableGroups.includes(before.group)) return null;
  const [head, tail] = [before.value.slice(0, at).trim(), before.value.slice(at).trim()];
  if (!head || !tail) return null;
  return replace(
    { ...before, value: head, state: 'edited' },
    { ...before, key: freshKey(fields, before.group), value: tail, state: 'edited' },
  );
}

/** Joins a field with the one before it of the same kind and parent. */
function joined(fields: readonly ReviewField[], at: number) {
  const second = fields[at]!;
  const first = fields
    .slice(0, at)
    .findLastIndex((f) => f.group === second.group && f.parent === second.parent && f.state !== 'dropped');
  const before = fields[first];
  if (!before || !movableGroups.includes(second.group)) return null;
  const source =
    before.source && second.source
      ? { ...before.source, to: second.source.to, spans: [...before.source.spans, ...second.source.spans] }
      : before.source;
  const after: ReviewField = { ...before, value: `${before.value} ${second.value}`.trim(), source, state: 'edited' };
  const rest = fields.map((f) => (f.parent === second.key ? { ...f, parent: before.key } : f)).toSpliced(at, 1);
  return { fields: rest.with(first, after), before: second, after };
}

const isGroup = (value: string | undefined): value is ReviewGroup => reviewGroups.includes(value as ReviewGroup);

function parentFor(fields: readonly ReviewField[], at: number, group: ReviewGroup): string | null {
  const wanted = group === 'duty' ? 'actor' : group === 'areaItem' ? 'area' : null;
  if (!wanted) return null;
  return (
    (fields.slice(0, at).findLast((f) => f.group === wanted) ?? fields.find((f) => f.group === wanted))?.key ?? null
  );
}

function freshKey(fields: readonly ReviewField[], group: ReviewGroup): string {
  const used = new Set(fields.map((f) => f.key));
  let n = fields.length;
  while (used.has(`${group}:n${n}`)) n++;
  return `${group}:n${n}`;
}

export const openCount = (fields: readonly ReviewField[]): number => fields.filter((f) => f.state === 'open').length;
