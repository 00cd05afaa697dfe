/** What happened, named `noun.past-participle`; carries the real rows before and after for the audit. */
export interface DomainEvent<Name extends string = string> {
  name: Name;
  subject: { kind: string; id: string; unitId: string | null; path: string | null };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason?: string | undefined;
  personal: readonly string[];
}

interface Described<T> {
  subject: { id: string; unitId: string | null; path: string | null };
  before: T | null;
  after: T | null;
  reason?: string;
}

/**
 * Declares an event: `event<Plan>('plan.issued', { kind: 'plan' })`. The returned function wants rows of that shape,
 * so a wrong before/after does not compile. `personal` fields are kept apart, where they can be erased.
 */
export const event =
  <T extends object>(name: string, of: { kind: string; personal?: readonly string[] }) =>
  (described: Described<T>): DomainEvent => ({
    name,
    subject: { kind: of.kind, ...described.subject },
    before: described.before as Record<string, unknown> | null,
    after: described.after as Record<string, unknown> | null,
    reason: described.reason,
    personal: of.personal ?? [],
  });
