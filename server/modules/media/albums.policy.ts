import type { AlbumAct } from './albums.contract.ts';

/** What a person may do with an album: `keeps` who began it or keeps the library, `add` who adds pictures there. */
export function albumActs(may: { keeps: boolean; add: boolean }, closed: boolean): AlbumAct[] {
  const when = (condition: boolean, ...acts: AlbumAct[]) => (condition ? acts : []);
  return [...when(may.keeps, 'edit', closed ? 'reopen' : 'close'), ...when(may.add && !closed, 'add')];
}
