/**
 * Kinds of units, as the table `units` checks them. 'division' is a phòng, vụ, cục or ban of a ministry or Sở and the
 * former Phòng GDĐT of a district; 'commune-office' is the Phòng Văn hóa - Xã hội of a commune.
 */
export const unitKinds = [
  'ministry',
  'people-committee',
  'province-department',
  'division',
  'commune-office',
  'nursery',
  'primary',
  'lower-secondary',
  'primary-lower-secondary',
  'upper-secondary',
  'continuing-education',
  'training-institution',
  'press-agency',
  'board',
  'mass-organisation',
  'union',
  'team',
  'neighbourhood',
  'partner',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** Kinds that are schools or centres with learners: what "trường" means in lists and imports. */
export const schoolKinds = [
  'nursery',
  'primary',
  'lower-secondary',
  'primary-lower-secondary',
  'upper-secondary',
  'continuing-education',
] as const satisfies readonly UnitKind[];

export type SchoolKind = (typeof schoolKinds)[number];
export const isSchool = (kind: string): kind is SchoolKind => (schoolKinds as readonly string[]).includes(kind);

/** Lines upward: 'working' gives reach, 'administrative' is the People's Committee, 'professional' the specialist line. */
export const unitLines = ['working', 'administrative', 'professional'] as const;
export type UnitLine = (typeof unitLines)[number];

/** Posts of a unit that somebody must hold (product: "Posts, not one person"). */
export const postKinds = [
  'head',
  'deputy-head',
  'communications',
  'site-manager',
  'clerk',
  'spokesperson',
  'member',
] as const;
export type PostKind = (typeof postKinds)[number];

/** Optional stops of a document before the signature. */
export const signingSteps = ['consultation', 'initials', 'format-check'] as const;
export type SigningStep = (typeof signingSteps)[number];
