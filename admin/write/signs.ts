import { drawn } from '../light/dom.ts';

/** Signs of the writing page, in the stroke of the app's icons. */
const signs = {
  photo: 'M4 5h16v14H4ZM4 16l4.5-4.5L13 16l3-3 4 4M15.5 9.5v.01',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4ZM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  list: 'M9 6h11M9 12h11M9 18h11M4 6v.01M4 12v.01M4 18v.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 5l1.5-1v5M4 14.5c0-1.5 2.5-1.5 2.5 0 0 1-2.5 1.5-2.5 3h2.5',
  quote: 'M9 7H5v5h4v-5Zm0 5c0 3-1.5 4.5-4 5M19 7h-4v5h4v-5Zm0 5c0 3-1.5 4.5-4 5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  table: 'M4 5h16v14H4ZM4 10h16M4 14.5h16M12 10v9',
  video: 'M4 5h16v14H4ZM10 9v6l5-3Z',
  rule: 'M4 12h16',
  undo: 'M4 9h10a6 6 0 0 1 0 12h-3M4 9l5-5M4 9l5 5',
  redo: 'M20 9H10a6 6 0 0 0 0 12h3M20 9l-5-5M20 9l-5 5',
  up: 'M12 19V5m-6 6 6-6 6 6',
  down: 'M12 5v14m6-6-6 6-6-6',
  blur: 'M12 4c4 5 6 7.6 6 10.5a6 6 0 0 1-12 0C6 11.6 8 9 12 4Z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 1 3 3 3 5.5',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  cloud: 'M7 19a5 5 0 0 1-.8-9.9 6 6 0 0 1 11.5 1.4A4.3 4.3 0 0 1 17.5 19Z',
  send: 'M21 3 10 14M21 3l-7 18-4-7-7-4Z',
} as const;
export type Drawn = keyof typeof signs;

export const mark = (name: Drawn): SVGElement => drawn(name, signs[name]);
