import { formatVnd, monthsName, shortDay } from '#lib/format.ts';
import {
  channelKinds,
  moments,
  type Part,
  quotaPeriods,
  recipientModes,
  type Target,
  totalOf,
  type UnitRef,
} from '#lib/plan-parts.ts';
import type { t as translate } from '../../texts/texts.ts';

type T = typeof translate;

const one = <V extends string>(values: readonly V[], value: unknown): V | undefined =>
  values.find((known) => known === value);

const roman = ['', 'I', 'II', 'III', 'IV'];

/** A detail of a line as a person reads it; '' where there is none. */
export function factWords(name: string, value: unknown, t: T): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : listWords(name, value, t);
  const channel = name === 'kind' && one(channelKinds, value);
  if (channel) return t(`plans.channel.${channel}`);
  const per = name === 'per' && one(quotaPeriods, value);
  if (per) return t(`ui.per.${per}`);
  const moment = name === 'moment' && one(moments, value);
  if (moment) return t(`ui.moment.${moment}`);
  const mode = name === 'mode' && one(recipientModes, value);
  if (mode) return t(`plans.mode.${mode}`);
  if (typeof value === 'number' && name.endsWith('Vnd')) return formatVnd(value);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return shortDay(value);
  return typeof value === 'object' ? objectWords(value) : String(value);
}

function listWords(name: string, values: readonly unknown[], t: T): string {
  if (name === 'quarters') return values.map((n) => roman[Number(n)] ?? String(n)).join(', ');
  if (name === 'months') return monthsName(values.map((month) => Number(String(month).slice(5))));
  if (name === 'targets')
    return (values as Target[]).map((target) => `${totalOf(target)} ${target.product}`).join('; ');
  return values.map((value) => factWords('', value, t)).join(', ');
}

/** A unit by its name, a signer by capacity, position and name. */
function objectWords(value: object): string {
  if ('unitId' in value && 'name' in value) return (value as UnitRef).name;
  return Object.values(value)
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}

/** What a line carries beside its text, in one line. */
const shown: Partial<Record<Part, readonly string[]>> = {
  basis: ['ref', 'date'],
  area: ['focalUnits', 'coordinatingUnits'],
  quota: ['actor', 'minCount', 'product', 'per', 'deadline', 'to', 'moment'],
  deliverable: ['actor', 'count', 'product', 'due'],
  reporting: ['actor', 'per', 'due', 'to'],
};

/** 'Ai thực hiện: các trường · Ít nhất: 4 · …', or '' where nothing is known. */
export function detailSummary(part: Part, detail: Record<string, unknown>, t: T): string {
  const names = (shown[part] ?? []) as readonly DetailName[];
  const facts = names.map((name) => [name, factWords(name, detail[name], t)] as const).filter(([, words]) => words);
  // The moment of a quota always has a value; alone it says nothing.
  if (facts.length === 1 && facts[0]?.[0] === 'moment') return '';
  return facts.map(([name, words]) => `${t(`plans.detail.${name}`)}: ${words}`).join(' · ');
}

type DetailName =
  | 'ref'
  | 'date'
  | 'focalUnits'
  | 'coordinatingUnits'
  | 'actor'
  | 'minCount'
  | 'count'
  | 'product'
  | 'per'
  | 'deadline'
  | 'due'
  | 'to'
  | 'moment';

const lineFields = [
  'title',
  'focalUnits',
  'coordinatingUnits',
  'leadUnits',
  'product',
  'quarters',
  'months',
  'deadline',
  'timeText',
  'channels',
  'audience',
  'budgetVnd',
  'budgetSource',
  'kind',
  'role',
  'actor',
  'minCount',
  'count',
  'per',
  'due',
  'to',
  'moment',
  'moments',
  'mode',
  'type',
  'ref',
  'issuer',
  'date',
  'unitId',
  'targets',
  'part',
  'parentId',
  'text',
  'trace',
] as const;
const headerFields = [
  'title',
  'kind',
  'period',
  'upperBody',
  'issuingBody',
  'symbol',
  'place',
  'opening',
  'closing',
  'budgetSource',
  'budgetAmountVnd',
  'signer',
  'leadPersonId',
  'dueOn',
] as const;

/** The name of a line's field ('detail.focalUnits', 'focalUnits', 'text') in words; an unknown one as it is. */
export function lineFieldName(field: string, t: T): string {
  const name = one(lineFields, field.replace('detail.', ''));
  return name ? t(`plans.detail.${name}`) : field;
}

/** The name of a field of the header in words. */
export function headerFieldName(field: string, t: T): string {
  const name = one(headerFields, field);
  return name ? t(`plans.header.${name}`) : field;
}

/** A line in a few words: its title or its text. */
export function nameOfLine(line: { text: string; detail: Record<string, unknown> }): string {
  const title = typeof line.detail.title === 'string' ? line.detail.title : '';
  return [title, line.text].filter(Boolean).join(': ');
}
