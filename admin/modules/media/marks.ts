import type { CallOf } from '#lib/contract.ts';
import type { Box, markPeople, Subject } from '#modules/media/media.contract.ts';
import type { ToolBox } from '../../picture-tool/picture-tool.ts';

/** A person being marked. */
export interface Marked {
  id: string;
  kind: Subject['kind'];
  pupil: { id: string; name: string; className: string } | null;
  name: string;
  box: Box | null;
  adultAgreed: boolean;
}

export const markedOf = (one: Subject): Marked => ({
  id: one.id,
  kind: one.kind,
  pupil: one.pupilId ? { id: one.pupilId, name: one.name ?? '', className: one.className ?? '' } : null,
  name: one.kind === 'adult' ? (one.name ?? '') : '',
  box: one.box,
  adultAgreed: one.adultAgreed,
});

/** A short name for the frame. */
export function shownLabel(one: Marked, at: number): string {
  if (one.kind === 'pupil' && one.pupil?.name) return one.pupil.name;
  return one.kind === 'adult' && one.name ? one.name : String(at + 1);
}

/** What was drawn: frames that moved, are new, or are gone; people without a frame stay. */
export function withBoxes(now: readonly Marked[], boxes: readonly ToolBox[]): Marked[] {
  const kept = now
    .filter((one) => one.box === null || boxes.some((box) => box.id === one.id))
    .map((one) => {
      const box = boxes.find((drawn) => drawn.id === one.id);
      return box ? { ...one, box: { x: box.x, y: box.y, w: box.w, h: box.h } } : one;
    });
  const fresh = boxes
    .filter((box) => !now.some((one) => one.id === box.id))
    .map(({ id, x, y, w, h }) => ({
      id,
      kind: 'pupil' as const,
      pupil: null,
      name: '',
      box: { x, y, w, h },
      adultAgreed: false,
    }));
  return [...kept, ...fresh];
}

/** What is sent, or the key of the sentence that says what is missing. A pupil not yet chosen is a child not known. */
export function sentMarks(marked: readonly Marked[]): {
  sentence?: 'media.who.needSubject';
  subjects: CallOf<typeof markPeople>['subjects'];
} {
  const subjects = marked.map((one) => {
    const kind = one.kind === 'pupil' && !one.pupil ? ('unknown-child' as const) : one.kind;
    return {
      id: one.id,
      kind,
      pupilId: kind === 'pupil' ? one.pupil!.id : null,
      name: kind === 'adult' ? one.name || null : null,
      box: one.box,
      adultAgreed: kind === 'adult' && one.adultAgreed,
    };
  });
  return subjects.length === 0 ? { sentence: 'media.who.needSubject', subjects } : { subjects };
}
