import type { InputOf, OutputOf } from '#lib/contract.ts';
import { type UnitKind, unitKinds } from '#lib/unit-kinds.ts';
import type { previewDispatch, proposeDispatch } from '#modules/cascade/cascade.contract.ts';
import type { PickedUnit } from '../org/unit-picker.tsx';

export type Proposal = OutputOf<typeof proposeDispatch>;
export type ProposedLine = Proposal['lines'][number];
export type Choice = InputOf<typeof previewDispatch>['choice'];

/** What is chosen on the page of sending; kept on this machine until it is sent. */
export interface SendDraft {
  /** The dispatch's own id, so that sending twice sends once. */
  id: string;
  /** Chosen lines; each for some kinds only, or for all (null). */
  lines: Record<string, UnitKind[] | null>;
  kinds: UnitKind[];
  within: PickedUnit | null;
  assign: PickedUnit[];
  coordinate: PickedUnit[];
  inform: PickedUnit[];
  dueOn: string | null;
  note: string;
}

/** Kinds that run no work of their own for a plan: chosen only by hand. */
const byHand: readonly UnitKind[] = ['team', 'board', 'union', 'mass-organisation', 'neighbourhood', 'partner'];

/** Kinds below us in the order in which they are always named: offices, then schools from the smallest pupils on. */
export const kindsBelow = (proposal: Proposal): UnitKind[] =>
  unitKinds.filter((kind) => proposal.kinds.some((one) => one.kind === kind));

/** What is offered before anybody has chosen: the lines we propose, to all schools and offices below. */
export const draftOf = (proposal: Proposal, id: string): SendDraft => ({
  id,
  lines: Object.fromEntries(proposal.lines.filter((line) => line.chosen).map((line) => [line.lineId, kindsOf(line)])),
  kinds: kindsBelow(proposal).filter((kind) => !byHand.includes(kind)),
  within: null,
  assign: [],
  coordinate: [],
  inform: [],
  dueOn: proposal.dueOn,
  note: '',
});

/** The kinds that a line itself seems to address; null is all. */
export const kindsOf = (line: ProposedLine): UnitKind[] | null => (line.kinds.length > 0 ? line.kinds : null);

/** Choosing again what was chosen keeps its kinds. */
export function toggleLines(draft: SendDraft, group: readonly ProposedLine[], on: boolean): SendDraft {
  const lines = { ...draft.lines };
  for (const line of group) {
    if (!on) delete lines[line.lineId];
    else if (!(line.lineId in lines)) lines[line.lineId] = kindsOf(line);
  }
  return { ...draft, lines };
}

/** Gives lines to these kinds; every kind there is means all, now and later. None leaves the lines unchosen. */
export function giveTo(
  draft: SendDraft,
  group: readonly ProposedLine[],
  kinds: readonly UnitKind[] | null,
  all: readonly UnitKind[],
): SendDraft {
  if (kinds?.length === 0) return toggleLines(draft, group, false);
  const given =
    kinds === null || all.every((kind) => kinds.includes(kind)) ? null : all.filter((k) => kinds.includes(k));
  const lines = { ...draft.lines };
  for (const line of group) lines[line.lineId] = given;
  return { ...draft, lines };
}

/** To which of the kinds that get the plan these lines go: null is all of them; 'mixed' where lines differ. */
export function kindsShown(
  draft: SendDraft,
  group: readonly ProposedLine[],
  kinds: readonly UnitKind[],
): UnitKind[] | null | 'mixed' {
  const shown = group.map(({ lineId }) => {
    const given = draft.lines[lineId] ?? null;
    return given === null || kinds.every((kind) => given.includes(kind))
      ? null
      : kinds.filter((k) => given.includes(k));
  });
  const [first = null] = shown;
  return shown.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : 'mixed';
}

/** What the server is asked: only lines that the plan still has, in its order. */
export function choiceOf(draft: SendDraft, lines: readonly ProposedLine[]): Choice {
  const chosen = lines.filter((line) => line.lineId in draft.lines);
  const ids = (units: readonly PickedUnit[]) => units.map((unit) => unit.id);
  const one = (mode: Choice['to'][number]['mode'], units: readonly PickedUnit[]) => ({
    mode,
    unitIds: ids(units),
    kinds: [],
    withinId: null,
  });
  return {
    lines: chosen.map(({ lineId }) => ({ lineId, kinds: draft.lines[lineId] ?? null })),
    to: [
      ...(draft.kinds.length > 0
        ? [{ mode: 'assign' as const, unitIds: [], kinds: draft.kinds, withinId: draft.within?.id ?? null }]
        : []),
      ...(draft.assign.length > 0 ? [one('assign', draft.assign)] : []),
      ...(draft.coordinate.length > 0 ? [one('coordinate', draft.coordinate)] : []),
      ...(draft.inform.length > 0 ? [one('inform', draft.inform)] : []),
    ],
  };
}

export interface LineGroup {
  key: string;
  part: ProposedLine['part'];
  heading: string | null;
  lines: ProposedLine[];
}

/** Lines under their part and heading, in the order of the plan. */
export function groupsOf(lines: readonly ProposedLine[]): LineGroup[] {
  const groups = new Map<string, LineGroup>();
  for (const line of lines) {
    const key = `${line.part} ${line.heading ?? ''}`;
    const group = groups.get(key) ?? { key, part: line.part, heading: line.heading, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}
