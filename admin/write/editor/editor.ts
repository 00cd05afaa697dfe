import { Editor } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import type { ArticleContent, Picture } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { say } from '../words.ts';
import { bringIn } from './bring.ts';
import { cleanContent, type Raw } from './clean.ts';
import './editor.css';
import { bytesOf, partPaste, withoutStyles } from './paste.ts';
import { pasteParser } from './paste-rules.ts';
import type { PictureLook } from './picture-node.ts';
import { schemaOf } from './schema.ts';
import { openToolbar } from './toolbar.ts';

/** What the page hears from the editor. */
export interface EditorEvents {
  onType(): void;
  /** Pictures that were pasted or dropped into the text. Those without an id stand nowhere in it yet. */
  onPhotos(photos: { id: string | null; blob: Blob }[]): void;
  onDropped(pictures: number): void;
  onChoosePhotos(from: 'device' | 'library'): void;
  onFocus(inside: boolean): void;
}

/** The text while it is being written. */
export interface EditorPort {
  read(): ArticleContent;
  /** Another text comes in where it differs; the caret stays where it is. */
  bring(content: ArticleContent): void;
  /** Pictures at the caret; false where they would stand in a table or a list. */
  insert(pictures: readonly Picture[]): void;
  /** Draws a picture anew: its state or its cut is another one. */
  redraw(): void;
  /** Goes to a block, counted from 0. */
  goTo(block: number): void;
  setEditable(editable: boolean): void;
  destroy(): void;
}

/** Opens the editor with its toolbar in `place`. */
export function openEditor(
  place: HTMLElement,
  content: ArticleContent,
  look: PictureLook,
  events: EditorEvents,
): EditorPort {
  const editor = new Editor({
    element: place,
    injectCSS: false,
    extensions: schemaOf(look),
    // An empty text begins with a line to type on.
    content: content.content.length > 0 ? content : { type: 'doc', content: [{ type: 'paragraph' }] },
    onUpdate: () => events.onType(),
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': say('text.label'), class: 'text' },
      transformPastedHTML: withoutStyles,
      transformPasted: (slice, view) => takePasted(slice, (json) => Slice.fromJSON(view.state.schema, json), events),
      handlePaste: (_view, event) => takeFiles(event.clipboardData, events),
      handleDrop: (_view, event) => takeFiles(event.dataTransfer, events),
    },
  });
  editor.setOptions({ editorProps: { ...editor.options.editorProps, clipboardParser: pasteParser(editor.schema) } });
  openToolbar(place, editor, events);
  return portOf(editor);
}

function portOf(editor: Editor): EditorPort {
  return {
    read: () => cleanContent(editor.getJSON() as Raw),
    bring: (content) => {
      const tr = bringIn(editor.state.tr, editor.schema, content);
      if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
    },
    insert: (pictures) => {
      const nodes = pictures.map((attrs) => ({ type: 'picture', attrs }));
      const { $head } = editor.state.selection;
      // Behind the paragraph of the caret, so that a sentence is not cut in two by a photo.
      editor.commands.insertContentAt($head.depth > 0 ? $head.after(1) : editor.state.doc.content.size, nodes);
    },
    redraw: () => {
      for (const figure of editor.view.dom.querySelectorAll('figure.picture'))
        figure.dispatchEvent(new Event('picture'));
    },
    goTo: (block) => {
      const node = editor.view.dom.children[block];
      if (!node) return;
      node.scrollIntoView({ block: 'center' });
      editor.commands.focus(editor.view.posAtDOM(node, 0), { scrollIntoView: false });
    },
    setEditable: (editable) => editor.setEditable(editable, false),
    destroy: () => editor.destroy(),
  };
}

function takePasted(slice: Slice, sliceOf: (json: object) => Slice, events: EditorEvents): Slice {
  const { nodes, photos, dropped } = partPaste((slice.content.toJSON() ?? []) as Raw[], newId);
  const found = photos.flatMap(({ id, src }) => {
    const blob = bytesOf(src);
    return blob ? [{ id, blob }] : [];
  });
  if (found.length > 0) events.onPhotos(found);
  if (dropped > 0) events.onDropped(dropped);
  if (found.length + dropped === 0) return slice;
  return sliceOf({ content: nodes, openStart: 0, openEnd: 0 });
}

/** Photos themselves, without any text around them: copied from a gallery, or dropped from a folder. */
function takeFiles(data: DataTransfer | null, events: EditorEvents): boolean {
  const photos = [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
  if (photos.length === 0 || data?.types.includes('text/html')) return false;
  events.onPhotos(photos.map((blob) => ({ id: null, blob })));
  return true;
}
