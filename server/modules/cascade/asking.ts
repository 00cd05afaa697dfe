import type { OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import type { AddresseeRow } from './addressees.sql.ts';
import { asksOf, insertQuestion, questionsOf } from './asked.sql.ts';
import { type askQuestion, questionAsked } from './cascade.contract.ts';

interface Question {
  id: string;
  lineId: string | null;
  text: string;
}

/** Hỏi Văn phòng, about a line that the unit was asked or about the whole plan; the same id again asks once. */
export async function askFor(
  tx: Tx,
  author: Actor | Visitor,
  row: AddresseeRow,
  { id, lineId, text }: Question,
  personId: string | null,
): Promise<OutputOf<typeof askQuestion>> {
  if (lineId !== null && !(await asksOf(tx, row.id)).some((ask) => ask.id === lineId)) fail('cascade.line-not-asked');
  const fresh = await insertQuestion(tx, {
    id,
    plan_id: row.planId,
    line_id: lineId,
    addressee_id: row.id,
    unit_id: row.unitId,
    path: row.path,
    text,
    person_id: personId,
    at: author.now,
  });
  const found = (await questionsOf(tx, row.id)).find((q) => q.id === id) ?? fail('conflict');
  if (fresh) {
    const subject = { id, unitId: row.unitId, path: row.path };
    const after = { planId: row.planId, addresseeId: row.id, lineId, text };
    await record(tx, author, questionAsked({ subject, before: null, after }));
  }
  const { answerId, at, ...shown } = found;
  return { ...shown, at: new Date(at).toISOString(), answered: answerId !== null };
}
