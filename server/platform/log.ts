import pino from 'pino';

export type Log = pino.Logger;

/** JSON lines on standard output. Never log bodies, texts of documents, names of files or personal data. */
export const log: Log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
