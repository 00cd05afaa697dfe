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

/** The database is away, is starting or stopping, or has no connection left: worth trying again, and no fault of ours. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isDatabaseError(error)) return /^(08|53|57P0[1-3]|25P03|55P03)/.test(error.code);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE' || code === 'ENOTFOUND') return true;
  // node-postgres has no codes for these.
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    error.message,
  );
}

/** What an error means to its caller: problems keep their code, constraints map onto one, the rest is internal and logged. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseError(error)) {
    const code = error.constraint ? constraintErrors[error.constraint] : undefined;
    if (code) return new Problem(code);
    if (error.code === '40001' || error.code === '40P01') return new Problem('conflict');
    // A text that is none, or an address part ('after') that is no id and no day: nothing of ours failed.
    if (/^22(021|P05|P02|007|008)$/.test(error.code)) return new Problem('unreadable');
  }
  if (isUnavailable(error)) return new Problem('unavailable');
  return new Problem('internal');
}

/** The status an error is answered with. */
export const statusOf = (error: unknown): number => errorStatus[asProblem(error).code];

/** A value that begins with '@' is a key of the catalogue: states and steps are told in words, not in codes. */
const wordedParams = (language: Language, params: Problem['params']): Problem['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const key = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : '';
      return [name, worded(key) ? say(language, key) : value];
    }),
  );

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
      title: say(language, problem.code, { ...wordedParams(language, problem.params), requestId }),
      requestId,
      ...(fields && { fields }),
      ...(problem.current !== undefined && { current: problem.current }),
      ...(Object.keys(problem.params).length > 0 && { params: problem.params }),
    },
  };
}
