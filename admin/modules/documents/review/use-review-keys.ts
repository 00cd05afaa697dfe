import { type RefObject, useEffect, useEffectEvent } from 'react';
import { movableGroups, type ReviewField } from '#lib/review.ts';
import { repairsOf } from './field-words.ts';
import { type Command, commandOf, type Pressed } from './keys.ts';
import { nextOpen, stepFrom } from './sections.ts';
import type { Reviewing } from './use-reviewing.ts';

interface Others {
  add: () => void;
  help: () => void;
}

/** The keys of the review, while the focus is in it (or nowhere in particular). */
export function useReviewKeys(frame: RefObject<HTMLElement | null>, reviewing: Reviewing, others: Others): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const on = placeOf(event.target, frame.current);
    if (!on || event.defaultPrevented) return;
    const { key, ctrlKey, metaKey, altKey, isComposing } = event;
    const command = commandOf({ key, ctrlKey, metaKey, altKey, isComposing, on });
    if (!command) return;
    event.preventDefault();
    run(command, reviewing, others);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** What holds the focus; undefined where keys are not for the review (top bar, menu, a dialog). */
function placeOf(target: EventTarget | null, frame: HTMLElement | null): Pressed['on'] | undefined {
  if (!(target instanceof HTMLElement) || !frame) return undefined;
  if (target === document.body || target.id === 'content') return 'field';
  if (!frame.contains(target) || target.closest('dialog')) return undefined;
  if (target.closest('input, textarea, select, [role=slider]')) return 'typing';
  if (target.matches('[data-field] > button')) return 'field';
  return target.closest('button, a, [role=tab], hr') ? 'control' : 'page';
}

function run(command: Command, reviewing: Reviewing, { add, help }: Others): void {
  const { acts, order, chosen, undo } = reviewing;
  const go = (key: string | undefined) => key && acts.choose(key);
  if (command === 'next') go(stepFrom(order, chosen?.key, 1));
  else if (command === 'previous') go(stepFrom(order, chosen?.key, -1));
  else if (command === 'next-open') go(nextOpen(order, chosen?.key));
  else if (command === 'help') help();
  else if (!acts.editable) return;
  else if (command === 'undo') undo();
  else if (command === 'add') add();
  else if (chosen) runOn(chosen, command, reviewing);
}

function runOn(field: ReviewField, command: Command, { acts, order }: Reviewing): void {
  const { key, state } = field;
  const movable = movableGroups.includes(field.group);
  const dropped = state === 'dropped';
  if (command === 'accept') {
    // Nothing to decide any more: the key simply goes on.
    if (state === 'open' || state === 'read') acts.act({ act: 'accept', field: key });
    else acts.choose(stepFrom(order, key, 1) ?? key);
  } else if (command === 'reopen') acts.act({ act: 'reopen', field: key }, 'stay');
  else if (dropped) return;
  else if (command === 'edit') acts.setMode('edit');
  else if (command === 'not-an-item') acts.act({ act: 'not-an-item', field: key });
  else if (command === 'repair' && repairsOf(field).here.length > 0) acts.act({ act: 'repair', field: key });
  else if (!movable) return;
  else if (command === 'split') acts.setMode('split');
  else if (command === 'join') acts.act({ act: 'join', field: key }, 'stay');
  else if (command === 'change-kind') acts.setMode('kind');
}
