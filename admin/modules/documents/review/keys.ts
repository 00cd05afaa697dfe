import { fold } from '#lib/text.ts';

/** What a key means in the review. */
export const commands = [
  'next',
  'previous',
  'next-open',
  'accept',
  'edit',
  'split',
  'join',
  'change-kind',
  'not-an-item',
  'repair',
  'reopen',
  'add',
  'undo',
  'help',
] as const;
export type Command = (typeof commands)[number];

const letters: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  n: 'next-open',
  a: 'accept',
  e: 'edit',
  s: 'split',
  g: 'join',
  c: 'change-kind',
  x: 'not-an-item',
  r: 'repair',
  o: 'reopen',
  i: 'add',
  u: 'undo',
  '?': 'help',
};
const named: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous', Enter: 'accept' };

/** The keys a person is shown for each command. */
export const keysOf: Readonly<Record<Command, readonly string[]>> = {
  next: ['J', '↓'],
  previous: ['K', '↑'],
  'next-open': ['N'],
  accept: ['A', 'Enter'],
  edit: ['E'],
  split: ['S'],
  join: ['G'],
  'change-kind': ['C'],
  'not-an-item': ['X'],
  repair: ['R'],
  reopen: ['O'],
  add: ['I'],
  undo: ['U', 'Ctrl Z'],
  help: ['?'],
};

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  /** What holds the focus: a box that is typed into, another control, the chosen field, or nothing in particular. */
  on: 'typing' | 'control' | 'field' | 'page';
}

/**
 * The command of a key press, undefined where the key is not ours: text that is typed, shortcuts of the browser,
 * Enter and arrows on a control of its own. A Vietnamese keyboard may turn 'a' into 'â': marks are ignored.
 */
export function commandOf(pressed: Pressed): Command | undefined {
  const { key, on } = pressed;
  if (on !== 'typing' && (pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && key === 'z') return 'undo';
  if (on === 'typing' || pressed.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (named[key]) return on === 'field' ? named[key] : undefined;
  return letters[key.length === 1 ? fold(key) : key];
}
