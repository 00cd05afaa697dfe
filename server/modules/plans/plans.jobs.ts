import { documentNumber } from '#lib/document-number.ts';
import { subscribe } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { issuerPlanOf, linkIssuerPlan } from '../documents/documents.ts';
import { findIssuedPlan } from './plans.sql.ts';

/** A received document whose issuer has the same plan in the system is linked to it, and to no other one. */
export async function linkToIssuersPlan(tx: Tx, documentId: string): Promise<void> {
  const wanted = await issuerPlanOf(tx, documentId);
  const number = wanted && documentNumber(wanted.number);
  const plan = wanted && number ? await findIssuedPlan(tx, { ...wanted, number }) : undefined;
  await linkIssuerPlan(tx, documentId, plan?.id ?? null);
}

export function planJobs(): void {
  // Read, corrected to the end of the review, or told by hand who issued it: each may change whose plan it is.
  for (const event of ['document.read', 'document.checked', 'document.edited'])
    subscribe(event, 'link-issuer-plan', (tx, note) => linkToIssuersPlan(tx, note.subjectId));
}
