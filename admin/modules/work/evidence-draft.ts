import type { CallOf } from '#lib/contract.ts';
import type { EvidenceKind, recordEvidence } from '#modules/work/evidence.contract.ts';
import type { ActivityPage, WorkTarget } from '#modules/work/work.contract.ts';

/** What a person fills in; 'output' takes an item that is in the register already. */
export type Mode = EvidenceKind | 'output';

export interface Draft {
  targetId: string;
  mode: Mode;
  url: string;
  title: string;
  madeOn: string | null;
  outlet: string;
  place: string;
  participants: string;
  amount: string;
  authorName: string;
  note: string;
  seriesId: string;
  output: { id: string; title: string; url: string | null; fileId: string | null; madeOn: string } | null;
  files: { id: string; name: string }[];
}

export const emptyDraft = (page: ActivityPage, today: string): Draft => ({
  targetId: firstOpen(page.targets)?.id ?? '',
  mode: 'link',
  url: '',
  title: '',
  madeOn: today,
  outlet: '',
  place: '',
  participants: '',
  amount: '1',
  authorName: '',
  note: '',
  seriesId: '',
  output: null,
  files: [],
});

/** The target that waits for something comes first. */
const firstOpen = (targets: readonly WorkTarget[]): WorkTarget | undefined =>
  targets.find((t) => t.done < t.total) ?? targets[0];

export const acceptsOf = (page: ActivityPage, targetId: string): WorkTarget['accepts'] =>
  page.targets.find((t) => t.id === targetId)?.accepts ?? page.accepts;

const order: readonly EvidenceKind[] = ['link', 'file', 'event', 'placement'];

/** What may be chosen for a target, in the order of use; the register can always be looked into. */
export const modesOf = (accepts: WorkTarget['accepts']): Mode[] => [
  ...order.filter((kind) => accepts.some((a) => a.kind === kind)),
  'output',
];

/** As which kind it is sent: an item of the register by what can be seen of it. */
export function kindOf(draft: Draft, accepts: WorkTarget['accepts']): EvidenceKind {
  if (draft.mode !== 'output') return draft.mode;
  const wanted: EvidenceKind = draft.output?.url ? 'link' : draft.output?.fileId ? 'file' : 'placement';
  return accepts.some((a) => a.kind === wanted) ? wanted : (accepts[0]?.kind ?? 'link');
}

const maybe = <K extends string>(name: K, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });

/** What is sent: only what belongs to the chosen kind. */
export function inputOf(draft: Draft, page: ActivityPage, id: string): CallOf<typeof recordEvidence> {
  const kind = kindOf(draft, acceptsOf(page, draft.targetId));
  const base = {
    id,
    lineId: page.activity.lineId,
    targetId: draft.targetId || null,
    kind,
    amount: Number(draft.amount) || 1,
    ...maybe('note', draft.note),
    ...maybe('seriesId', draft.seriesId),
  };
  if (draft.mode === 'output') return { ...base, ...(draft.output && { outputId: draft.output.id }) };
  return {
    ...base,
    fileIds: draft.mode === 'link' ? [] : draft.files.map((f) => f.id),
    ...(draft.madeOn && { madeOn: draft.madeOn }),
    ...maybe('title', draft.title),
    ...maybe('authorName', draft.authorName),
    ...(draft.mode === 'link' || draft.mode === 'placement' ? maybe('url', draft.url) : {}),
    ...(draft.mode === 'placement' ? maybe('outlet', draft.outlet) : {}),
    ...(draft.mode === 'event' ? { ...maybe('place', draft.place), ...participantsOf(draft) } : {}),
  };
}

const participantsOf = (draft: Draft) =>
  draft.participants.trim() === '' ? {} : { participants: Number(draft.participants.replaceAll(/[.\s]/g, '')) };
