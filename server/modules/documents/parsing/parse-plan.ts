import type { PlanDraft } from '#lib/plan-draft.ts';
import type { Reading } from '../reading/blocks.ts';
import { buildDraft } from './draft.ts';
import { findAll } from './findings.ts';

/** From the blocks of a document to the draft of a plan. Pure; a few milliseconds for a plan. */
export function parsePlan(reading: Reading): PlanDraft {
  return buildDraft(findAll(reading));
}
