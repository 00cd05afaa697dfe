import type { Raw } from './clean.ts';

/** What a pasted piece of text brings along, and what of it stays outside. */
export interface Pasted {
  nodes: Raw[];
  /** Pictures that came inside the paste: their bytes go to the library, under the ids that stand in the text. */
  photos: { id: string; src: string }[];
  /** Pictures that only stand elsewhere (another site, a folder of the machine): left out, and said so. */
  dropped: number;
}

/**
 * Parts a paste: pictures of this text (they name a photo) stay, pictures with their bytes get an id of their own, all
 * others go. What would be left empty keeps a blank line, as lists and cells may not be empty.
 */
export function partPaste(nodes: readonly Raw[], newId: () => string): Pasted {
  const photos: Pasted['photos'] = [];
  let dropped = 0;
  const picture = (node: Raw): Raw[] => {
    const { src, ...attrs } = node.attrs ?? {};
    if (attrs.mediaId) return [{ ...node, attrs }];
    if (typeof src !== 'string' || !/^data:image\/(jpe?g|png|webp|gif|avif);base64,/.test(src)) {
      dropped++;
      return [];
    }
    const id = newId();
    photos.push({ id, src });
    return [{ type: 'picture', attrs: { ...attrs, mediaId: id, cutId: '' } }];
  };
  const walk = (given: readonly Raw[]): Raw[] =>
    given.flatMap((node) => {
      if (node.type === 'picture') return picture(node);
      if (!node.content) return [node];
      const content = walk(node.content);
      const gone = content.length === 0 && node.content.length > 0;
      return [{ ...node, content: gone ? [{ type: 'paragraph' }] : content }];
    });
  return { nodes: walk(nodes), photos, dropped };
}

/**
 * A pasted page keeps no styles and listeners of its own, only their names put aside: the policy of our pages would refuse
 * each of them aloud, and the rules of the paste still read what a style said.
 */
export const withoutStyles = (html: string): string =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'));

/** The bytes of a picture that came inside a paste; no request leaves the page for it. */
export function bytesOf(src: string): Blob | null {
  const found = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(src);
  if (!found) return null;
  try {
    const bytes = Uint8Array.from(atob(found[2] ?? ''), (c) => c.charCodeAt(0));
    return new Blob([bytes], { type: found[1] ?? '' });
  } catch {
    return null;
  }
}
