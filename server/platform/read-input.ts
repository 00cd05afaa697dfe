import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { Endpoint } from '#lib/contract.ts';
import { fail, Problem } from '#lib/errors.ts';
import type { Route } from './route.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
/** A pasted document is the largest thing that comes as JSON; strangers have nothing long to say. */
const mostBytes = { known: 16 * MIB, open: 64 * KIB };
const MOST_FIELDS = 100;
/** Levels of a JSON body; ours have five. */
const MOST_DEEP = 32;
/** Values in one body; a plan saved whole has a few thousand. Millions of tiny ones would fill the memory when checked. */
const MOST_VALUES = 100_000;

/** Input of a request as one flat object: path parameters, then query (GET, and all routes that stream bytes) or JSON body. */
export async function readInput(c: Context, route: Route): Promise<unknown> {
  const { method, open } = route.endpoint;
  const fromQuery = method === 'GET' || method === 'DELETE' || route.kind === 'receive';
  const rest = fromQuery ? c.req.query() : await readJson(c, open === undefined ? mostBytes.known : mostBytes.open);
  return parseInput(route.endpoint, { ...rest, ...c.req.param() });
}

async function readJson(c: Context, limit: number): Promise<Record<string, unknown>> {
  const bytes = await readBytes(c, limit);
  if (bytes.byteLength === 0) return {};
  const value = parseJson(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('unreadable');
  return value as Record<string, unknown>;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('unreadable');
  }
}

/** The whole body, but never more than `limit` bytes of it: an announced length is believed, another is counted. */
async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  const announced = c.req.header('content-length');
  if (announced !== undefined && Number(announced) > limit) return tooLarge(limit);
  try {
    if (announced !== undefined) return new Uint8Array(await c.req.arrayBuffer());
    return (await readCounted(c.req.raw.body, limit)) ?? tooLarge(limit);
  } catch (error) {
    // The caller hung up before the end: nobody waits for the answer, and nothing failed here.
    throw error instanceof Problem ? error : new Problem('unreadable');
  }
}

async function readCounted(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (limit: number): never =>
  fail('too-large', { max: limit >= MIB ? `${limit / MIB} MB` : `${limit / KIB} kB` });

/** Checks a value against the endpoint's input; ends with 422 and one word per field that is wrong. */
export function parseInput(endpoint: Endpoint, value: unknown): unknown {
  const broken = brokenText(value);
  if (broken) fail('invalid', {}, { fields: { [broken.join('.').slice(0, 200)]: 'fields.characters' } });
  const parsed = z.safeParse(endpoint.input, value);
  if (parsed.success) return parsed.data;
  return fail('invalid', {}, { fields: fieldErrors(parsed.error.issues, value) });
}

type Issue = z.core.$ZodIssue;

/**
 * Where the first text stands that is none: PostgreSQL stores no NUL, and half a surrogate pair would come back as
 * another character. Refused here, once for all endpoints, rather than changed in silence.
 */
function brokenText(value: unknown, left = { values: MOST_VALUES }, at: string[] = []): string[] | undefined {
  if (at.length > MOST_DEEP || --left.values < 0) fail('unreadable');
  if (typeof value === 'string') return isBroken(value) ? at : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  // Counted before its keys are listed: an array of millions has as many.
  if (Array.isArray(value) && value.length > left.values) fail('unreadable');
  for (const key of Object.keys(value)) {
    if (isBroken(key)) return [...at, key.replaceAll('\0', '').toWellFormed()];
    const found = brokenText((value as Record<string, unknown>)[key], left, [...at, key]);
    if (found) return found;
  }
  return undefined;
}

const isBroken = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Field paths ('lines.0.text') with the key of the sentence for each; the first thing wrong with a field speaks. */
function fieldErrors(issues: readonly Issue[], value: unknown): Record<string, string> {
  const found = new Map<string, string>();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) note(found, [...issue.path, key.slice(0, 100)], 'fields.unknown');
    } else {
      note(found, issue.path, isMissing(issue, value) ? 'fields.required' : issue.message);
    }
    if (found.size >= MOST_FIELDS) break;
  }
  return Object.fromEntries(found);
}

function note(found: Map<string, string>, path: readonly PropertyKey[], key: string): void {
  const at = path.map(String).join('.');
  if (!found.has(at)) found.set(at, key);
}

/** A field that was left out is told apart from one that is wrong: whatever the schema says, it is required. */
function isMissing(issue: Issue, value: unknown): boolean {
  let at = value;
  for (const key of issue.path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return true;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at === undefined;
}
