import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import type { Party, Standing } from './classes.contract.ts';
import { askedOn, lackingOf, standingOf } from './consents.policy.ts';
import { findingSentence } from './finding-words.ts';
import type { listFindings as listFindingsEndpoint } from './findings.contract.ts';
import * as sql from './findings.sql.ts';
import type { PictureFinding } from './media.contract.ts';

/** Kinds in which people can be seen. */
const showsPeople = new Set(['photo', 'video']);

interface Lacking {
  id: string;
  name: string | null;
  classId: string | null;
  standing: Standing;
  lacking: Party[];
}

/**
 * Whether cuts may be shown on a channel on a day, in the order of the ids: rights, blocks, another lawful basis, and for
 * everybody who can be known in the cut and is not covered in it, the consent of whom the law asks at their age that day.
 * Two statements, however many cuts. Names stand in it only where the actor may read consents.
 */
export async function pictureFindings(
  db: Db,
  actor: Actor | null,
  cutIds: readonly string[],
  channel: string,
  day: string,
  /** Blocks are left out of account where it is asked whether one may be lifted. */
  ignoring: { blocks?: true } = {},
): Promise<PictureFinding[]> {
  if (cutIds.length === 0) return [];
  const cuts = await sql.listCutsToJudge(db, cutIds, channel, day);
  const asked = { purpose: 'news', channel, day };
  const people = Map.groupBy(await sql.listSubjectsToJudge(db, cutIds, asked), (one) => one.cutId);
  return cuts.map((cut) => {
    const subjects = people.get(cut.cutId) ?? [];
    const lacking = lackingIn(cut, subjects, day);
    const finding = verdictOf({ ...cut, blocked: cut.blocked && !ignoring.blocks }, lacking);
    const named = actor?.can('consents.read', cut.path) ?? false;
    const shown = finding === 'ready' || finding === 'people-unsaid' ? [] : lacking;
    return {
      cutId: cut.cutId,
      mediaId: cut.mediaId,
      finding,
      subjects: shown.map((one) => ({
        id: one.id,
        name: named ? one.name : null,
        lacking: one.lacking,
        classId: named ? one.classId : null,
      })),
      sentence: findingSentence(actor?.language ?? 'vi', finding, shown, named),
    };
  });
}

/** Who in the cut stands against it. A basis other than consent clears all but those who took theirs back. */
function lackingIn(cut: sql.CutToJudge, subjects: readonly sql.SubjectToJudge[], day: string): Lacking[] {
  if (cut.people === 'nobody' || cut.people === 'crowd') return [];
  return subjects
    .map((one) => judged(one, day))
    .filter((one, i) => one.standing !== 'ready' && (!cut.basis || subjects[i]!.withdrawn));
}

function judged(one: sql.SubjectToJudge, day: string): Lacking {
  const facts = { id: one.subjectId, name: one.name, classId: one.classId };
  if (one.kind === 'adult') return { ...facts, standing: one.adultAgreed ? 'ready' : 'no-consent', lacking: [] };
  if (one.kind === 'unknown-child') return { ...facts, standing: 'no-consent', lacking: ['representative', 'child'] };
  const asked = askedOn(one.bornOn, day, one);
  // Taken back by one party: the other's yes is not enough, and no basis stands against it.
  if (one.withdrawn) return { ...facts, standing: 'ended', lacking: lackingOf(one, asked) };
  return { ...facts, standing: standingOf(one, asked), lacking: lackingOf(one, asked) };
}

function verdictOf(cut: sql.CutToJudge, lacking: readonly Lacking[]): PictureFinding['finding'] {
  if (cut.blocked) return 'blocked';
  if (cut.rightsEnded) return 'rights-ended';
  // No basis stands for people of whom nobody has said whether they can be known.
  if (cut.people === 'unsaid') return showsPeople.has(cut.kind) ? 'people-unsaid' : 'ready';
  for (const worst of ['refused', 'ended', 'no-consent'] as const)
    if (lacking.some((one) => one.standing === worst)) return worst;
  return 'ready';
}

/** What a reader of the library asks about cuts of units where they may read it; others are left out. */
export async function listFindings(
  db: Db,
  actor: Actor,
  input: InputOf<typeof listFindingsEndpoint>,
): Promise<OutputOf<typeof listFindingsEndpoint>> {
  const cutIds = [...new Set(input.cutIds.split(',').filter(Boolean))];
  if (cutIds.length > 60 || !cutIds.every(isId)) fail('unreadable');
  const seen = await sql.listSeen(db, cutIds, actor.person.id, actor.reach('media.read'));
  return { items: await pictureFindings(db, actor, seen, input.channel, input.day ?? dayOf(actor.now)) };
}
