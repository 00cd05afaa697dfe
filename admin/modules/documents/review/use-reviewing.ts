import { useMemo, useRef, useState } from 'react';
import { correct } from '#lib/review.ts';
import { useFilters } from '../../../app/filters.ts';
import { useT } from '../../../texts/load.ts';
import type { Mode, ReviewActs } from './review-context.ts';
import type { DeskState, ReviewDesk } from './review-desk.ts';
import { afterDone, isOpen, orderOf, type Show, sectionsOf } from './sections.ts';

/** What a person is at: the chosen field, how it is open, what is listed, and what was last said. */
export function useReviewing(desk: ReviewDesk, state: DeskState) {
  const t = useT();
  const editable = state.document.can.includes('review');
  // A line of a plan leads back to the field it came from.
  const [{ muc }] = useFilters({ muc: '' });
  const asked = state.fields.find((f) => f.key === muc);
  const waiting = editable && state.fields.some(isOpen);
  const [show, setShow] = useState<Show>(() => (waiting && !asked ? 'open' : 'all'));
  const [chosenKey, setChosen] = useState(asked?.key);
  const [mode, setMode] = useState<Mode>('view');
  const [said, setSaid] = useState({ text: '', n: 0 });
  const sections = useMemo(() => sectionsOf(state.fields, show, chosenKey), [state.fields, show, chosenKey]);
  const order = useMemo(() => orderOf(sections), [sections]);
  const chosen = order.find((f) => f.key === chosenKey) ?? order[0];
  const now = useRef({ order, show, fields: state.fields, chosen });
  now.current = { order, show, fields: state.fields, chosen };

  const acts = useMemo<ReviewActs>(() => {
    const say = (text: string) => setSaid((last) => ({ text, n: last.n + 1 }));
    const choose = (key: string) => {
      setChosen(key);
      setMode('view');
    };
    const act: ReviewActs['act'] = (correction, then = 'next', seen) => {
      const before = now.current;
      const result = correct(desk.state.fields, correction);
      if (!result || !desk.act(correction, seen)) {
        say(t(correction.act === 'join' ? 'documents.said.noJoin' : 'documents.said.doesNotFit'));
        return;
      }
      say(t(`documents.did.${correction.act}`));
      const next = then === 'next' ? afterDone(before.order, correction.field, before.show) : result.after?.key;
      setChosen(next);
      setMode('view');
    };
    return {
      documentId: desk.state.document.id,
      editable,
      choose,
      setMode,
      say,
      act,
      acceptSure: (group) => {
        if (!desk.act({ act: 'accept', field: `sure:${group}` })) return;
        say(t('documents.said.acceptedSure', { group: t(`documents.group.${group}`) }));
      },
    };
  }, [desk, editable, t]);

  const undo = () => {
    const key = desk.undo();
    acts.say(t(key ? 'documents.said.undone' : 'documents.said.nothingToUndo'));
    if (key && !/^(group|sure):/.test(key)) acts.choose(key);
  };
  const list = (next: Show) => {
    // The one at hand stays in the list of those that wait only while it is worked on.
    if (next === 'open' && chosen && !isOpen(chosen)) setChosen(undefined);
    setShow(next);
  };
  return { acts, sections, order, chosen, mode, show, setShow: list, said, undo };
}

export type Reviewing = ReturnType<typeof useReviewing>;
