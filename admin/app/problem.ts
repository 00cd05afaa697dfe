import { t } from '../texts/texts.ts';

interface ProblemBody {
  status: number;
  code: string;
  title: string;
  requestId?: string;
  fields?: Record<string, string>;
  current?: unknown;
  params?: Record<string, string | number>;
}

/** Why a call failed, in a sentence for people. `code` is stable ('plans.conflict'); 'offline' means no answer at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string | undefined;
  /** Sentences beside their fields. */
  readonly fields: Record<string, string> | undefined;
  /** The row as it is now, of a conflict. */
  readonly current: unknown;
  readonly params: Record<string, string | number>;

  constructor(body: ProblemBody) {
    super(body.title);
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.requestId = body.requestId;
    this.fields = body.fields;
    this.current = body.current;
    this.params = body.params ?? {};
  }
}

export function offlineProblem(): Problem {
  return new Problem({ status: 0, code: 'offline', title: t('ui.error.network') });
}

/** A problem from the reply of a failed call; what is not problem+json becomes 'unreadable' and keeps its status. */
export function problemFrom(status: number, body: unknown, requestId: string | null): Problem {
  if (isBody(body)) return new Problem(body);
  return new Problem({
    status,
    code: 'unreadable',
    title: t('ui.error.unreadable'),
    requestId: requestId ?? undefined,
  });
}

function isBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body;
}
