import pino from 'pino';

export type Log = pino.Logger;

/**
 * What is kept of an error: what it is and where it was thrown. PostgreSQL adds the values of the row in `detail` and
 * `where`; those may name people and stay out.
 */
export function describeError(error: unknown): unknown {
  if (!isErrorLike(error)) return { type: typeof error, message: String(error) };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** pg-boss tells of its errors as plain objects with the parts of one. */
const isErrorLike = (error: unknown): error is Error =>
  error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error);

/** JSON lines on standard output. Never log bodies, texts of documents, names of files or personal data. */
export const log: Log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
});
