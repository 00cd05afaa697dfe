import { Node } from '@tiptap/core';
import { el } from '../../light/dom.ts';
import { say } from '../words.ts';

/** A video stays where it is; the text shows its title and where it leads. */
export const videoNode = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-video') ?? '' },
    title: { default: '', parseHTML: (element: HTMLElement) => element.textContent ?? '' },
  }),
  parseHTML: () => [{ tag: 'p[data-video]', priority: 60 }],
  renderHTML: ({ node }) => ['p', { 'data-video': String(node.attrs.url) }, String(node.attrs.title)],
  addNodeView:
    () =>
    ({ node }) => ({
      dom: el(
        'figure',
        { class: 'video' },
        el('b', {}, `${say('video.label')}: ${node.attrs.title || hostOf(String(node.attrs.url))}`),
        el('span', { class: 'hint' }, String(node.attrs.url)),
      ),
      ignoreMutation: () => true,
    }),
});

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url;
}
