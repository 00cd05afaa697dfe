import type { Editor } from '@tiptap/core';
import { el } from '../../light/dom.ts';
import { type Drawn, mark } from '../signs.ts';
import { say } from '../words.ts';
import type { EditorEvents } from './editor.ts';
import { linkPanel, videoPanel } from './link-panel.ts';

interface Tool {
  name: string;
  /** A sign, or letters as the text would show them. */
  look: Drawn | string;
  letters?: string;
  run: () => void;
  isOn?: () => boolean;
  isOff?: () => boolean;
}

const isSign = (look: string): look is Drawn => look.length > 3;

/** The row of tools: above the text at a desk, above the keyboard on a phone. Arrows walk in it, Tab passes it in one step. */
export function openToolbar(place: HTMLElement, editor: Editor, events: EditorEvents): void {
  const panel = el('div', { class: 'panel', hidden: true });
  const close = () => {
    panel.hidden = true;
    panel.replaceChildren();
  };
  const open = (content: HTMLElement) => {
    panel.replaceChildren(content);
    panel.hidden = false;
    panel.querySelector('input')?.focus();
  };
  const row = el('div', { class: 'tools', role: 'toolbar', 'aria-label': say('tools') });
  const sets: [Tool[], boolean][] = [
    [textTools(editor), false],
    [blockTools(editor, events, { open, close }), false],
    [tableTools(editor), true],
    [historyTools(editor), false],
  ];
  const refreshers = sets.map(([tools, onlyInTable]) => toolSet(row, editor, tools, onlyInTable));
  const refresh = () => {
    for (const one of refreshers) one();
    keepOneStop(row);
  };
  place.prepend(el('div', { class: 'tool-place' }, panel, row));
  row.addEventListener('keydown', walk);
  editor.on('transaction', refresh);
  watchFocus(place, close, events);
  refresh();
}

/** A button keeps the caret, and the keyboard of a phone, where they are. */
function toolSet(row: HTMLElement, editor: Editor, tools: readonly Tool[], onlyInTable: boolean): () => void {
  const set = el('div', { class: 'tool-set', role: 'group' });
  const buttons = tools.map((tool) => {
    const button = el(
      'button',
      {
        type: 'button',
        class: 'tool',
        title: tool.name,
        'aria-label': tool.name,
        onmousedown: (event: Event) => event.preventDefault(),
        onclick: tool.run,
      },
      isSign(tool.look)
        ? mark(tool.look)
        : el('span', { class: `letter letter-${tool.look}` }, tool.letters ?? tool.look),
    );
    set.append(button);
    return { tool, button };
  });
  row.append(set);
  return () => {
    set.hidden = onlyInTable && !editor.isActive('table');
    for (const { tool, button } of buttons) {
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn()));
      if (tool.isOff) button.setAttribute('aria-disabled', String(tool.isOff()));
    }
  };
}

const seen = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('.tool-set:not([hidden]) .tool')];

function keepOneStop(row: HTMLElement): void {
  const buttons = seen(row);
  const stop = buttons.find((button) => button.tabIndex === 0) ?? buttons[0];
  for (const button of row.querySelectorAll<HTMLElement>('.tool')) button.tabIndex = button === stop ? 0 : -1;
}

function walk(event: KeyboardEvent): void {
  const row = event.currentTarget as HTMLElement;
  const buttons = seen(row);
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[(to + buttons.length) % buttons.length];
  if (!next) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

function watchFocus(place: HTMLElement, close: () => void, events: EditorEvents): void {
  place.addEventListener('focusin', () => events.onFocus(true));
  place.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && place.contains(event.relatedTarget)) return;
    close();
    events.onFocus(false);
  });
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
}

function textTools(editor: Editor): Tool[] {
  const run = (name: 'toggleBold' | 'toggleItalic' | 'toggleUnderline') => () =>
    void editor.chain().focus()[name]().run();
  const heading = (level: 2 | 3, name: string): Tool => ({
    name,
    look: `h${level}`,
    letters: `H${level - 1}`,
    run: () => void editor.chain().focus().toggleHeading({ level }).run(),
    isOn: () => editor.isActive('heading', { level }),
  });
  return [
    { name: say('tool.bold'), look: 'b', letters: 'B', run: run('toggleBold'), isOn: () => editor.isActive('bold') },
    {
      name: say('tool.italic'),
      look: 'i',
      letters: 'I',
      run: run('toggleItalic'),
      isOn: () => editor.isActive('italic'),
    },
    {
      name: say('tool.underline'),
      look: 'u',
      letters: 'U',
      run: run('toggleUnderline'),
      isOn: () => editor.isActive('underline'),
    },
    heading(2, say('tool.heading')),
    heading(3, say('tool.smallHeading')),
  ];
}

interface Panel {
  open(content: HTMLElement): void;
  close(): void;
}

function blockTools(editor: Editor, events: EditorEvents, { open, close }: Panel): Tool[] {
  const toggle = (look: Drawn, name: string, node: string, run: () => void): Tool => ({
    look,
    name,
    run,
    isOn: () => editor.isActive(node),
  });
  const chain = () => editor.chain().focus();
  return [
    { name: say('tool.camera'), look: 'camera', run: () => events.onChoosePhotos('device') },
    { name: say('tool.photo'), look: 'photo', run: () => events.onChoosePhotos('library') },
    toggle('list', say('tool.list'), 'bulletList', () => void chain().toggleBulletList().run()),
    toggle('numbers', say('tool.numbers'), 'orderedList', () => void chain().toggleOrderedList().run()),
    toggle('quote', say('tool.quote'), 'blockquote', () => void chain().toggleBlockquote().run()),
    toggle('link', say('tool.link'), 'link', () => open(linkPanel(editor, close))),
    {
      name: say('tool.table'),
      look: 'table',
      run: () => void chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
      isOff: () => editor.isActive('table'),
    },
    { name: say('tool.video'), look: 'video', run: () => open(videoPanel(editor, close)) },
    { name: say('tool.rule'), look: 'rule', run: () => void chain().setHorizontalRule().run() },
  ];
}

function tableTools(editor: Editor): Tool[] {
  const chain = () => editor.chain().focus();
  const tool = (look: string, letters: string, name: string, run: () => void): Tool => ({ look, letters, name, run });
  return [
    tool('r+', '+ ↓', say('tool.addRow'), () => void chain().addRowAfter().run()),
    tool('c+', '+ →', say('tool.addColumn'), () => void chain().addColumnAfter().run()),
    tool('r-', '− ↓', say('tool.deleteRow'), () => void chain().deleteRow().run()),
    tool('c-', '− →', say('tool.deleteColumn'), () => void chain().deleteColumn().run()),
    { look: 'trash', name: say('tool.deleteTable'), run: () => void chain().deleteTable().run() },
  ];
}

function historyTools(editor: Editor): Tool[] {
  return [
    {
      name: say('tool.undo'),
      look: 'undo',
      run: () => void editor.chain().focus().undo().run(),
      isOff: () => !editor.can().undo(),
    },
    {
      name: say('tool.redo'),
      look: 'redo',
      run: () => void editor.chain().focus().redo().run(),
      isOff: () => !editor.can().redo(),
    },
  ];
}
