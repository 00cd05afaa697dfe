import type { AnyExtension } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { isSafeLink } from '#lib/article-content.ts';
import { type PictureLook, pictureNode } from './picture-node.ts';
import { videoNode } from './video-node.ts';

/** Without the column group, whose widths would be styles of their own; the page draws tables alike. */
const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]],
});

/** Everything that an article may hold, and nothing else: what a paste brings besides is not taken. */
export const schemaOf = (look: PictureLook): AnyExtension[] => [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    strike: false,
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      isAllowedUri: (url) => isSafeLink(url ?? ''),
    },
  }),
  PlainTable.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  pictureNode(look),
  videoNode,
];
