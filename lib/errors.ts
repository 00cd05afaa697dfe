/** Every error code with its status. The catalogue must word each one; constraints of the database map onto the same codes. */
export const errorStatus = {
  unreadable: 400,
  'signed-out': 401,
  forbidden: 403,
  'cross-origin': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
  'idempotency.reused': 409,
  'access.wrong-credentials': 401,
  'access.slow-down': 429,
  'access.invitation-gone': 404,
  'access.invitation-used': 409,
  'access.weak-password': 422,
  'access.grant-exists': 409,
  'access.own-grant': 409,
  'access.closed': 403,
  'access.beyond-own': 403,
  'access.has-account': 409,
  'access.link-gone': 404,
  'access.setup-done': 409,
  'access.key-not-here': 403,
  'access.too-many-keys': 409,
  'org.slug-taken': 409,
  'org.email-taken': 409,
  'org.unit-closed': 409,
  'org.cycle': 409,
  'org.has-children': 409,
  'org.slug-reserved': 409,
  'org.code-taken': 409,
  'org.post-changed': 409,
  'org.no-rows': 422,
  'org.unreadable-table': 422,
  'org.change-beyond': 403,
  'org.change-merge-self': 409,
  'org.change-closed': 409,
  'org.change-early': 409,
  'org.change-later': 409,
  'org.change-twice': 409,
  'org.change-place': 409,
  'org.change-same': 409,
  'org.change-state': 409,
  'org.change-built-upon': 409,
  'org.change-incomplete': 422,
  'org.change-rows': 422,
  'org.calendar-confirmed': 409,
  'work.plan-not-issued': 409,
  'work.not-accepted': 422,
  'work.wrong-state': 409,
  'work.counted-already': 409,
  'work.no-evidence-given': 422,
  'work.has-counts': 409,
  'work.feed-gone': 404,
  'webhooks.paused': 409,
  'toolkits.withdrawn': 409,
  'uploads.offset': 409,
  'uploads.too-large': 413,
  'uploads.unfinished': 409,
  'uploads.empty': 422,
  'uploads.other-file': 409,
  'documents.conflict': 409,
  'documents.not-in-review': 409,
  'documents.still-reading': 409,
  'documents.bad-field': 422,
  'documents.refused': 422,
  'documents.has-plans': 409,
  'plans.conflict': 409,
  'plans.line-conflict': 409,
  'plans.frozen': 409,
  'plans.wrong-state': 409,
  'plans.number-taken': 409,
  'plans.step-missing': 409,
  'plans.no-lines': 422,
  'plans.no-reason': 422,
  'plans.line-elsewhere': 409,
  'plans.parent-gone': 409,
  'plans.not-signed': 409,
  'plans.changed-since': 409,
  'plans.amendment-open': 409,
  'plans.not-amendable': 409,
  'plans.nothing-amended': 422,
  'cascade.recalled': 409,
  'cascade.amendment': 409,
  'cascade.answer-conflict': 409,
  'cascade.not-below': 422,
  'cascade.nobody': 422,
  'cascade.no-units': 422,
  'cascade.too-many-units': 422,
  'cascade.nothing-adopted': 422,
  'cascade.line-not-asked': 422,
  'cascade.link-expired': 409,
  'cascade.link-revoked': 409,
  'cascade.link-used': 409,
  'cascade.link-elsewhere': 409,
  'articles.conflict': 409,
  'articles.text-conflict': 409,
  'articles.in-review': 409,
  'articles.wrong-stage': 409,
  'articles.base-gone': 409,
  'outputs.conflict': 409,
  'outputs.withdrawn': 409,
  'outputs.joined': 409,
  'outputs.not-above': 403,
  'feeds.conflict': 409,
  'feeds.stopped': 409,
  'quotas.conflict': 409,
  'quotas.not-below': 403,
  'quotas.ended': 409,
  'articles.guard-of-others': 409,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export const constraintErrors: Record<string, ErrorCode> = {
  units_slug_key: 'org.slug-taken',
  unit_codes_pkey: 'org.code-taken',
  people_email: 'org.email-taken',
  grants_once: 'access.grant-exists',
  plans_number_once: 'plans.number-taken',
  plans_one_amendment: 'plans.amendment-open',
  outputs_url_once: 'conflict',
  plan_lines_pkey: 'plans.line-elsewhere',
  plan_targets_pkey: 'plans.line-elsewhere',
  // The document was deleted while a plan was made from it.
  plans_source_document_id_fkey: 'not-found',
};

export type Params = Record<string, string | number>;

/** An error meant for a person: the code says which sentence, `current` is the row as it is now (conflicts). */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly params: Params;
  readonly current: unknown;
  readonly fields: Record<string, string> | undefined;
  constructor(code: ErrorCode, params: Params = {}, more: { current?: unknown; fields?: Record<string, string> } = {}) {
    super(code);
    this.code = code;
    this.params = params;
    this.current = more.current;
    this.fields = more.fields;
  }
}

/** Ends a verb with an error for people; nothing of the transaction stays. */
export function fail(
  code: ErrorCode,
  params: Params = {},
  more: { current?: unknown; fields?: Record<string, string> } = {},
): never {
  throw new Problem(code, params, more);
}
