import { moment, type ShownIn, shortDay } from '#lib/format.ts';
import { roleNames } from '#lib/rights.ts';
import { unitKinds } from '#lib/unit-kinds.ts';
import { type TextKey, t } from '../../texts/texts.ts';

/** The catalogue's word for something the record names; undefined where it has none. */
function wordFor(key: string): string | undefined {
  const word = (t as (key: string) => string)(key as TextKey);
  return word === key ? undefined : word;
}

/** 'grant.added' → 'Giao vai trò'. */
export const eventWord = (event: string): string => wordFor(`audit.event.${event}`) ?? event;
/** 'signer.name' → 'Người ký'; a field without a word keeps its own name. */
export const fieldWord = (field: string): string => wordFor(`audit.field.${field}`) ?? field;

/** Fields whose values are codes of ours, not words that somebody typed. */
const coded =
  /^(kind|counts|events|rights|state|role|line|signingSteps|steps?|by|language|origin|part|act|group|via|decision|told|confirmedBy|planState|period\.kind|detail\.(kind|role|per|moment|mode))$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Reading {
  /** Names behind ids, as the server tells them. */
  names: Readonly<Record<string, string>>;
  language: ShownIn;
  now: number;
}

/** A recorded value for people: names for ids, words for codes, days and times as they are written here. */
export function valueWord(field: string, value: unknown, reading: Reading): string {
  if (value === undefined || value === null || value === '') return t('audit.empty');
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
  if (typeof value === 'string') return textWord(field, value, reading);
  if (Array.isArray(value)) return listWord(field, value, reading);
  if (typeof value === 'object') return objectWord(field, value as Record<string, unknown>, reading);
  return String(value);
}

function textWord(field: string, value: string, { names, language, now }: Reading): string {
  if (uuid.test(value)) return names[value] ?? t('audit.unnamed');
  if (coded.test(field)) return codeWord(field, value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDay(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return moment(value, now, language);
  return value;
}

/** The same code may mean different things: 'year' is a kind of plan, and how often something is due. */
function codeWord(field: string, value: string): string {
  if (field === 'events') return wordFor(`audit.event.${value}`) ?? value;
  if (field === 'rights') return wordFor(`account.right.${value}`) ?? value;
  if (field === 'counts') return wordFor(`ui.counts.${value}`) ?? value;
  const own = field.startsWith('detail.') ? wordFor(`audit.value.${field.slice(7)}.${value}`) : undefined;
  if (own) return own;
  if ((unitKinds as readonly string[]).includes(value)) return wordFor(`ui.kind.${value}`) ?? value;
  const word = (field === 'kind' && wordFor(`audit.value.kind.${value}`)) || wordFor(`audit.value.${value}`);
  if (word) return word;
  return (roleNames as readonly string[]).includes(value) ? (wordFor(`ui.role.${value}`) ?? value) : value;
}

function listWord(field: string, list: readonly unknown[], reading: Reading): string {
  if (list.length === 0) return t('audit.empty');
  if (list.length > 12) return t('audit.items', { n: list.length });
  return list.map((item) => valueWord(field, item, reading)).join(', ');
}

/** The part of an object that names it; an object without a name is told by its plain values. */
function objectWord(field: string, object: Record<string, unknown>, reading: Reading): string {
  // What was answered about a line of a plan.
  if (typeof object.lineId === 'string' && typeof object.state === 'string') return codeWord('state', object.state);
  const name = object.name ?? object.title ?? object.text ?? object.product ?? object.step;
  if (typeof name === 'string') return valueWord(typeof object.step === 'string' ? 'step' : field, name, reading);
  const plain = Object.values(object).filter((value) => typeof value === 'string' || typeof value === 'number');
  return plain.map((value) => valueWord(field, value, reading)).join(' ');
}
