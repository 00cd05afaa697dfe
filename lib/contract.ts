import * as z from 'zod/mini';
import type { Right } from './rights.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: holders of a right, any signed-in person on what is theirs, or everybody (and why). What is a person's own
 * (password, sessions, keys) is closed to access keys of other software, unless `byKey` opens it.
 */
export type Guard =
  | { can: Right; own?: never; open?: never }
  | { own: string; can?: never; open?: never; byKey?: true }
  | { open: string; can?: never; own?: never };

/**
 * One address of the API, declared once: bound by the server, called by the admin app, printed as OpenAPI.
 * `path` carries its parameters as ':name'; the input is one flat object of path parameters and query (GET) or body.
 */
export type Endpoint<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> = Guard & {
  method: Method;
  path: string;
  summary: string;
  input: I;
  output: O;
  /** The reply shows a secret, this once: it is never kept to be answered again under an Idempotency-Key. */
  secret?: true;
};

export type InputOf<E> = E extends { input: infer I extends z.ZodMiniType } ? z.output<I> : never;
/** What a caller sends: fields with a default may be left out. */
export type CallOf<E> = E extends { input: infer I extends z.ZodMiniType } ? z.input<I> : never;
export type OutputOf<E> = E extends { output: infer O extends z.ZodMiniType } ? z.output<O> : never;

export const endpoint = <const I extends z.ZodMiniType, const O extends z.ZodMiniType, const G extends Guard>(
  definition: G & { method: Method; path: string; summary: string; input: I; output: O; secret?: true },
): G & { method: Method; path: string; summary: string; input: I; output: O; secret?: true } => definition;

/** Inputs refuse keys they do not know. */
export const input = z.strictObject;
export const none = input({});

export const id = () => z.uuid('fields.id');
export const text = (max: number) =>
  z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(max, 'fields.too-long'));
export const name = (max = 300) =>
  z
    .string()
    .check(z.trim(), z.normalize('NFC'), z.minLength(1, 'fields.required'), z.maxLength(max, 'fields.too-long'));
/** A day of the calendar within living memory and reach: 'YYYY-MM-DD'; the year 0 and the like are typing errors. */
export const day = () =>
  z.iso.date('fields.day').check(z.refine((value) => value >= '1900-01-01' && value < '2200-01-01', 'fields.day'));
export const isDay = (value: string): boolean => z.safeParse(day(), value).success;
export const version = () => z.int().check(z.minimum(1));

/** A whole number that may arrive as text in an address. */
export const whole = (min: number, max: number) =>
  z.pipe(
    z.pipe(
      z.union([z.number(), z.string()]),
      z.transform((v: number | string) => Number(v)),
    ),
    z.int('fields.number').check(z.minimum(min, 'fields.number'), z.maximum(max, 'fields.number')),
  );

/** Keyset paging: `after` is the `next` of the page before. */
export const paging = { after: z.optional(z.string().check(z.maxLength(200))), limit: z._default(whole(1, 200), 50) };
export const page = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });
