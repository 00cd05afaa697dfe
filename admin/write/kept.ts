import { openStores, type Store } from '../app/store.ts';
import type { Draft } from './draft.ts';
import type { Photo } from './photo.ts';
import type { Newsroom, Person } from './server.ts';

/**
 * What this device keeps of the writing: drafts with their photos, and what the page needs to open without a network.
 * A database of its own, so that a long-open tab of the app never stands in the way of a new release of this page.
 */
const stores = openStores('lantoa-viet', ['drafts', 'photos', 'known']);

/** A browser that keeps nothing (a private window) still takes the text; it only cannot bring it back. */
let keeps = true;
export const deviceKeeps = (): boolean => keeps;

async function tried<T>(
  store: 'drafts' | 'photos' | 'known',
  act: (store: Store) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await act(stores(store));
  } catch {
    keeps = false;
    return undefined;
  }
}

/** Two people may hold the same text on one device, each with their own words. */
const keyOf = (personId: string, id: string): string => `${personId} ${id}`;
export const readDraft = (personId: string, id: string) =>
  tried('drafts', (store) => store.get<Draft>(keyOf(personId, id)));
/** As it is now: what is typed while the browser writes comes with the next writing. */
export const keepDraft = (draft: Draft) =>
  tried('drafts', (store) => store.set(keyOf(draft.personId, draft.id), structuredClone(draft)));
export const keepPhoto = (photo: Photo) => tried('photos', (store) => store.set(photo.id, photo));
export const forgetPhoto = (id: string) => tried('photos', (store) => store.remove(id));

export async function forgetDraft({ id, personId }: Draft): Promise<void> {
  for (const photo of await photosOf(personId, id)) await forgetPhoto(photo.id);
  await tried('drafts', (store) => store.remove(keyOf(personId, id)));
}

export async function photosOf(personId: string, articleId?: string): Promise<Photo[]> {
  const all = (await tried('photos', (store) => store.all<Photo>())) ?? [];
  const own = all.map(([, photo]) => photo).filter((photo) => photo.personId === personId);
  return own.filter((photo) => articleId === undefined || photo.articleId === articleId);
}

/** Texts of one person on this device, the last touched first. */
export async function draftsOf(personId: string): Promise<Draft[]> {
  const all = (await tried('drafts', (store) => store.all<Draft>())) ?? [];
  const own = all.map(([, draft]) => draft).filter((draft) => draft.personId === personId);
  return own.sort((a, b) => b.touchedAt - a.touchedAt);
}

/** Who was last signed in here, and for whom they write: what the page opens with where there is no network. */
export interface Known {
  person: Person;
  newsroom: Newsroom | null;
}
export const known = () => tried('known', (store) => store.get<Known>('last'));
export const keepKnown = (now: Known) => tried('known', (store) => store.set('last', now));
export const forgetKnown = () => tried('known', (store) => store.remove('last'));
