import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { signingSteps, unitKinds, unitLines } from '#lib/unit-kinds.ts';

/** What the caller may do with a unit now; the screens show only these. */
export const unitActions = [
  'edit',
  'add-child',
  'set-settings',
  'close',
  'manage-posts',
  'manage-people',
  'import',
  'manage-grants',
  'read-audit',
] as const;
export type UnitAction = (typeof unitActions)[number];

export const unitRow = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.nullable(z.string()),
  kind: z.enum(unitKinds),
  symbol: z.nullable(z.string()),
  slug: z.string(),
  path: z.string(),
  parentId: z.nullable(z.string()),
  parentName: z.nullable(z.string()),
  closedOn: z.nullable(z.string()),
});
export type UnitRow = z.output<typeof unitRow>;

export const listUnits = endpoint({
  method: 'GET',
  path: '/units',
  summary: 'Units by parent, subtree, kind or words of their name; marks are ignored',
  can: 'units.read',
  input: input({
    /** Direct children of this unit. */
    parentId: z.optional(id()),
    /** This unit and everything below it. */
    within: z.optional(id()),
    kind: z.optional(z.enum(unitKinds)),
    q: z.optional(text(200)),
    /** Also units that are closed. */
    closed: z.optional(z.enum(['include'])),
    ...paging,
  }),
  output: page(unitRow),
});

export const countUnits = endpoint({
  method: 'GET',
  path: '/unit-counts',
  summary: 'How many open units of each kind lie in a subtree',
  can: 'units.read',
  input: input({ within: z.optional(id()) }),
  output: z.object({ total: z.number(), kinds: z.array(z.object({ kind: z.enum(unitKinds), count: z.number() })) }),
});

export const treeNode = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.nullable(z.string()),
  kind: z.enum(unitKinds),
  children: z.number(),
});
export type TreeNode = z.output<typeof treeNode>;

export const listTree = endpoint({
  method: 'GET',
  path: '/unit-tree',
  summary: 'Children of a unit with how many children each has; the roots without parentId',
  can: 'units.read',
  input: input({ parentId: z.optional(id()), ...paging }),
  output: page(treeNode),
});

export const datedParent = z.object({
  line: z.enum(unitLines),
  parentId: z.string(),
  parentName: z.string(),
  validFrom: z.string(),
  /** First day on which it no longer holds. */
  validTo: z.nullable(z.string()),
});

export const unitPost = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  personId: z.nullable(z.string()),
  personName: z.nullable(z.string()),
  validFrom: z.string(),
  version: z.number(),
});

export const unitCode = z.object({
  scheme: z.string(),
  code: z.string(),
  validFrom: z.string(),
  validTo: z.nullable(z.string()),
});

export const unitSettings = z.object({
  /** Stops a document passes before the signature. */
  signingSteps: z.array(z.enum(signingSteps)),
  /** True where this system gives out the numbers; false where văn thư enters them from the agency's register. */
  ownRegister: z.boolean(),
  version: z.number(),
});

export const unitDetail = z.object({
  ...unitRow.shape,
  place: z.nullable(z.string()),
  openedOn: z.string(),
  successorId: z.nullable(z.string()),
  successorName: z.nullable(z.string()),
  version: z.number(),
  /** Working line from the top to the parent. */
  ancestors: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(unitKinds) })),
  parents: z.array(datedParent),
  posts: z.array(unitPost),
  codes: z.array(unitCode),
  formerNames: z.array(z.object({ name: z.string(), validFrom: z.string(), validTo: z.nullable(z.string()) })),
  settings: unitSettings,
  /** The body printed above this unit's name on a document of today; null where there is none or it is not known. */
  upperBody: z.nullable(z.object({ id: z.string(), name: z.string() })),
  children: z.number(),
  can: z.array(z.enum(unitActions)),
});
export type UnitDetail = z.output<typeof unitDetail>;

export const getUnit = endpoint({
  method: 'GET',
  path: '/units/:unitId',
  summary: 'One unit with its parents by line, posts, codes and settings',
  can: 'units.read',
  input: input({ unitId: id() }),
  output: unitDetail,
});

const slug = () =>
  z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'fields.slug'), z.maxLength(80, 'fields.too-long'));
const codes = () => z.array(z.strictObject({ scheme: name(40), code: name(40) })).check(z.maxLength(10));

export const createUnit = endpoint({
  method: 'POST',
  path: '/units',
  summary: 'A new unit below another; with an id given, sending it twice makes one unit',
  can: 'units.manage',
  input: input({
    id: z.optional(id()),
    parentId: id(),
    kind: z.enum(unitKinds),
    name: name(),
    shortName: z.optional(text(80)),
    symbol: z.optional(text(40)),
    place: z.optional(text(80)),
    slug: z.optional(slug()),
    openedOn: z.optional(day()),
    administrativeParentId: z.optional(id()),
    codes: z.optional(codes()),
  }),
  output: unitDetail,
});

export const editUnit = endpoint({
  method: 'PATCH',
  path: '/units/:unitId',
  summary: 'Corrects a unit; with renamedOn the former name stays in its history',
  can: 'units.manage',
  input: input({
    unitId: id(),
    version: version(),
    name: z.optional(name()),
    renamedOn: z.optional(day()),
    shortName: z.optional(z.nullable(text(80))),
    symbol: z.optional(z.nullable(text(40))),
    place: z.optional(z.nullable(text(80))),
    slug: z.optional(slug()),
    kind: z.optional(z.enum(unitKinds)),
  }),
  output: unitDetail,
});

export const setSettings = endpoint({
  method: 'PUT',
  path: '/units/:unitId/settings',
  summary: 'Which steps documents pass before the signature, and who keeps the number register',
  can: 'units.manage',
  input: input({
    unitId: id(),
    version: version(),
    signingSteps: z.array(z.enum(signingSteps)).check(z.maxLength(3)),
    ownRegister: z.boolean(),
  }),
  output: unitDetail,
});

export const setParent = endpoint({
  method: 'POST',
  path: '/units/:unitId/parents',
  summary: 'A new administrative or professional parent from a day on; the one before ends that day',
  can: 'units.manage',
  input: input({ unitId: id(), line: z.enum(['administrative', 'professional']), parentId: id(), validFrom: day() }),
  output: unitDetail,
});

interface UnitShape {
  name: string;
  kind: string;
  [more: string]: unknown;
}
const unit = { kind: 'unit' };
export const unitCreated = event<UnitShape>('unit.created', unit);
export const unitEdited = event<UnitShape>('unit.edited', unit);
export const unitSettingsChanged = event<{ signingSteps: readonly string[]; ownRegister: boolean }>(
  'unit-settings.changed',
  unit,
);
export const unitParentChanged = event<{ line: string; parentId: string; validFrom: string }>(
  'unit-parent.changed',
  unit,
);
export const administrativeUnitsLoaded = event<Record<string, number | string>>('administrative-units.loaded', unit);
