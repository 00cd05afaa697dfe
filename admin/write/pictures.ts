import type { ArticleContent, Block, Picture } from '#lib/article-content.ts';

type PictureBlock = Extract<Block, { type: 'picture' }>;

/** Pictures of a text in reading order. Written out here, as the checker of the schema weighs more than this page may. */
export function picturesIn(content: ArticleContent): Picture[] {
  const found: Picture[] = [];
  const walk = (nodes: readonly Block[]) => {
    for (const node of nodes) {
      if (node.type === 'picture') found.push(node.attrs);
      else if ('content' in node && node.content) walk(node.content as Block[]);
    }
  };
  walk(content.content);
  return found;
}

const blockOf = (attrs: Picture): PictureBlock => ({ type: 'picture', attrs });

/** New pictures at the end of a text, or behind its block `after`. */
export function withPictures(content: ArticleContent, pictures: readonly Picture[], after?: number): ArticleContent {
  const at = after === undefined ? content.content.length : after + 1;
  return { type: 'doc', content: content.content.toSpliced(at, 0, ...pictures.map(blockOf)) };
}

/** A text in which every picture of one photo has something else about it. */
export function withChange(content: ArticleContent, mediaId: string, change: Partial<Picture>): ArticleContent {
  const changed = (nodes: readonly Block[]): Block[] =>
    nodes.map((node) => {
      if (node.type === 'picture') return node.attrs.mediaId === mediaId ? blockOf({ ...node.attrs, ...change }) : node;
      return 'content' in node && node.content
        ? ({ ...node, content: changed(node.content as Block[]) } as Block)
        : node;
    });
  return { type: 'doc', content: changed(content.content) };
}

/** A text in which the picture stands one block higher or lower; inside tables and lists it stays where it is. */
export function withMove(content: ArticleContent, mediaId: string, by: -1 | 1): ArticleContent {
  const blocks = content.content;
  const at = blocks.findIndex((block) => block.type === 'picture' && block.attrs.mediaId === mediaId);
  const to = at + by;
  const block = blocks[at];
  if (!block || to < 0 || to >= blocks.length) return content;
  return { type: 'doc', content: blocks.toSpliced(at, 1).toSpliced(to, 0, block) };
}
