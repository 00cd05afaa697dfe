import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** A page as the public reads it; without words where it was taken down. */
export interface PageRow {
  publication_id: string;
  article_id: string;
  slug: string;
  unit_name: string;
  gone: boolean;
  language: string | null;
  title: string | null;
  summary: string | null;
  credit: string | null;
  content: unknown;
  kind_name: string | null;
  section: string | null;
  published_at: Date | null;
  corrected_at: Date | null;
  correction: string | null;
  origin_name: string | null;
  origin_slug: string | null;
  origin_id: string | null;
}

/** The story on this site: the page that stands, else that one stood. */
export const findPage = async (db: Db, slug: string, articleId: string): Promise<PageRow | undefined> =>
  (
    await sql<PageRow>`select * from public_site.articles where slug = ${slug} and article_id = ${articleId}
      order by gone, published_at desc limit 1`.execute(db)
  ).rows[0];

export interface PictureRow {
  cut_id: string;
  size: string;
  width: number;
  height: number;
}

/** What may be seen of a page's pictures now. */
export const listPictures = async (db: Db, publicationId: string): Promise<PictureRow[]> =>
  (
    await sql<PictureRow>`select cut_id, size, width, height from public_site.pictures
      where publication_id = ${publicationId} and shown`.execute(db)
  ).rows;

export interface RenditionRow {
  shown: boolean;
  sha256: string | null;
  bytes: number | null;
  media_type: string | null;
}

/** A picture in one size, if any page that stands shows it; `shown` false where it may no longer be seen. */
export const findRendition = async (db: Db, cutId: string, size: string): Promise<RenditionRow | undefined> =>
  (
    await sql<RenditionRow>`select shown, sha256, bytes, media_type from public_site.pictures
      where cut_id = ${cutId} and size = ${size} limit 1`.execute(db)
  ).rows[0];
