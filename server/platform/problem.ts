import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { constraintErrors, errorStatus, Problem } from '#lib/errors.ts';
import type { Language } from './actor.ts';
import { log } from './log.ts';
import { say, worded } from './texts.ts';

export interface ProblemReply {
  status: ContentfulStatusCode;
  body: {
    type: 'about:blank';
    status: number;
    code: string;
    title: string;
    requestId: string;
    fields?: Record<string, string>;
    current?: unknown;
    params?: unknown;
  };
}

interface DatabaseError extends Error {
  code: string;
  constraint?: string;
}
const isDatabaseError = (e: unknown): e is DatabaseError =>
  e instanceof Error && typeof (e as DatabaseError).code === 'string' && 'severity' in e;

/** What an error means to its caller: problems keep their code, constraints map onto one, the rest is internal and logged. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseError(error)) {
    const code = error.constraint ? constraintErrors[error.constraint] : undefined;
    if (code) return new Problem(code);
    if (error.code === '40001' || error.code === '40P01') return new Problem('conflict');
    if (error.code === '22021' || error.code === '22P05') return new Problem('unreadable');
  }
  return new Problem('internal');
}

/** The one place where errors become replies: RFC 9457 problem details, in the caller's language. */
export function problemReply(error: unknown, requestId: string, language: Language): ProblemReply {
  const problem = asProblem(error);
  const status = errorStatus[problem.code];
  if (status >= 500) log.error({ requestId, err: error }, 'request failed');
  const fields =
    problem.fields &&
    Object.fromEntries(
      Object.entries(problem.fields).map(([k, key]) => [k, say(language, worded(key) ? key : 'fields.invalid')]),
    );
  return {
    status: status as ContentfulStatusCode,
    body: {
      type: 'about:blank',
      status,
      code: problem.code,
      title: say(language, problem.code, { ...problem.params, requestId }),
      requestId,
      ...(fields && { fields }),
      ...(problem.current !== undefined && { current: problem.current }),
      ...(Object.keys(problem.params).length > 0 && { params: problem.params }),
    },
  };
}
