import * as z from 'zod/mini';
import { type Part, partDetails, type Target, type Trace } from '#lib/plan-parts.ts';
import type { Plan, PlanLine } from '#modules/plans/plans.contract.ts';

/** What a person may change of a line; its place among its siblings is kept apart. */
export interface LineContent {
  part: Part;
  parentId: string | null;
  text: string;
  detail: Record<string, unknown>;
  targets: Target[];
  trace: Trace | null;
}

export type HeaderContent = Pick<
  Plan,
  | 'title'
  | 'kind'
  | 'period'
  | 'upperBody'
  | 'issuingBody'
  | 'symbol'
  | 'place'
  | 'opening'
  | 'closing'
  | 'budgetSource'
  | 'budgetAmountVnd'
  | 'signer'
  | 'leadPersonId'
  | 'dueOn'
>;

export const lineContent = ({ part, parentId, text, detail, targets, trace }: PlanLine): LineContent =>
  tidyLine({ part, parentId, text, detail, targets, trace });

export const headerContent = (plan: Plan): HeaderContent => ({
  title: plan.title,
  kind: plan.kind,
  period: plan.period,
  upperBody: plan.upperBody,
  issuingBody: plan.issuingBody,
  symbol: plan.symbol,
  place: plan.place,
  opening: plan.opening,
  closing: plan.closing,
  budgetSource: plan.budgetSource,
  budgetAmountVnd: plan.budgetAmountVnd,
  signer: plan.signer,
  leadPersonId: plan.leadPersonId,
  dueOn: plan.dueOn,
});

/** The line as the server will keep it: ends trimmed, NFC, the part's own details with their defaults. */
export function tidyLine(content: LineContent): LineContent {
  const type = partDetails[content.part] as z.ZodMiniType<Record<string, unknown>>;
  const parsed = z.safeParse(type, content.detail);
  return {
    ...content,
    text: content.text.trim().normalize('NFC'),
    detail: parsed.success ? parsed.data : content.detail,
  };
}

/** The header as the server will keep it. */
export function tidyHeader(content: HeaderContent): HeaderContent {
  const entries = Object.entries(content).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim().normalize('NFC') : value,
  ]);
  return Object.fromEntries(entries) as HeaderContent;
}

/** Nothing is written in it: such a line is not worth a place in the plan. */
export function isBlank({ text, detail, targets }: LineContent): boolean {
  return text.trim() === '' && targets.length === 0 && !['title', 'product'].some((name) => detail[name]);
}

export type Fields = Record<string, unknown>;

/** A line as separate fields, so that changes of two people can be told apart. */
export function fieldsOfLine({ detail, ...rest }: LineContent): Fields {
  return { ...rest, ...Object.fromEntries(Object.entries(detail).map(([name, value]) => [`detail.${name}`, value])) };
}

export function lineOfFields(fields: Fields): LineContent {
  const detail: Record<string, unknown> = {};
  const rest: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('detail.')) detail[name.slice(7)] = value;
    else rest[name] = value;
  }
  return { ...(rest as unknown as Omit<LineContent, 'detail'>), detail };
}
