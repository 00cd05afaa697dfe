import { mergeAttributes, Node } from '@tiptap/core';
import type { Picture } from '#lib/article-content.ts';
import { el, sign } from '../../light/dom.ts';
import { say } from '../words.ts';

/** How the text shows a picture, and where its words are written. */
export interface PictureLook {
  /** Where it is shown from; null until there is anything to show. */
  addressOf(picture: Picture): string | null;
  /** What stands over it: still on its way, refused. */
  stateOf(picture: Picture): string | null;
  onEdit(mediaId: string): void;
}

const attribute = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name.toLowerCase()}`) ?? '',
  renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name.toLowerCase()}`]: attrs[name] }),
});

/** A picture of the library between two paragraphs. `src` is only there while a paste is being parted. */
export const pictureNode = (look: PictureLook) =>
  Node.create({
    name: 'picture',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      mediaId: attribute('mediaId'),
      cutId: attribute('cutId'),
      caption: attribute('caption'),
      credit: attribute('credit'),
      alt: {
        ...attribute('alt'),
        parseHTML: (element: HTMLElement) => element.getAttribute('data-alt') ?? element.getAttribute('alt') ?? '',
      },
      src: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('src'), renderHTML: () => ({}) },
    }),
    parseHTML: () => [{ tag: 'figure[data-mediaid]' }, { tag: 'img[src]' }],
    renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes)],
    addNodeView:
      () =>
      ({ node }) => {
        const figure = el('figure', { class: 'picture' });
        const draw = (picture: Picture) => figure.replaceChildren(...shown(picture, look));
        draw(node.attrs as Picture);
        figure.addEventListener('picture', () => draw(node.attrs as Picture));
        return {
          dom: figure,
          ignoreMutation: () => true,
          stopEvent: (event) => event.target instanceof HTMLButtonElement,
        };
      },
  });

function shown(picture: Picture, look: PictureLook): HTMLElement[] {
  const src = look.addressOf(picture);
  const state = look.stateOf(picture);
  const edit = () => look.onEdit(picture.mediaId);
  return [
    src ? el('img', { src, alt: picture.alt, draggable: 'false' }) : el('div', { class: 'no-picture' }),
    el(
      'figcaption',
      {},
      el('span', {}, [picture.caption, picture.credit].filter(Boolean).join(' · ') || say('picture.noCaption')),
      el('button', { type: 'button', class: 'quiet', onclick: edit }, sign('change'), say('picture.edit')),
    ),
    ...(state ? [el('p', { class: 'picture-state' }, state)] : []),
  ];
}
