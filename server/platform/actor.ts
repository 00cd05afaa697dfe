import type { GrantSpan, Reach } from '#lib/reach.ts';
import type { Right } from '#lib/rights.ts';

export type Language = 'vi' | 'en';

/** Whoever calls, known or not. `now` is the request's clock; cookies are set only if the reply succeeds. */
export interface Visitor {
  requestId: string;
  now: Date;
  language: Language;
  /** Address of the caller's network (IPv4 /24, IPv6 /48), for growing delays; never stored with content. */
  network: string;
  agent: string;
  setSession(token: string | null, maxAgeSeconds?: number): void;
}

/** A signed-in person with what their grants reach. */
export interface Actor extends Visitor {
  person: { id: string; name: string; email: string | null };
  sessionId: string;
  /** The access key over which other software acts for the person; null at the keyboard. */
  tokenId: string | null;
  grants: readonly GrantSpan[];
  reach(right: Right): Reach;
  can(right: Right, path: string): boolean;
}
