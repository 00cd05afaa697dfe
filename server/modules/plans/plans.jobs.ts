import { subscribe } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { issuerPlanOf, linkIssuerPlan } from '../documents/documents.ts';
import { findIssuedPlan } from './plans.sql.ts';

/** A received document whose issuer has the same plan in the system is linked to it. */
async function linkToIssuersPlan(tx: Tx, documentId: string): Promise<void> {
  const wanted = await issuerPlanOf(tx, documentId);
  const plan = wanted && (await findIssuedPlan(tx, wanted.unitId, wanted.number, wanted.symbol));
  if (plan) await linkIssuerPlan(tx, documentId, plan.id);
}

export function planJobs(): void {
  subscribe('document.read', 'link-issuer-plan', (tx, note) => linkToIssuersPlan(tx, note.subjectId));
}
