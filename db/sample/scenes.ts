/**
 * Pictures of the sample: scenes of school life drawn as shapes by us. Nobody real is in them, and figures have no faces;
 * where heads stand is told, so that the sample can mark who is in a picture.
 */

export const scenes = [
  'opening-day',
  'teachers-day',
  'garden',
  'library',
  'football',
  'classroom',
  'road-safety',
  'mountain-school',
] as const;
export type Scene = (typeof scenes)[number];

/** A part of the picture in fractions of its size. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Drawing {
  svg: string;
  /** Heads of the figures in front, from left to right. */
  heads: Place[];
}

const W = 1800;
const H = 1200;

/** Numbers that look like chance and are the same each time (mulberry32). */
function chance(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws a scene; another seed gives other people, hills and light. */
export function drawScene(scene: Scene, seed = 1): Drawing {
  const random = chance(seed * 7919 + scenes.indexOf(scene));
  const heads: Place[] = [];
  const body = painters[scene]({ random, heads });
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}">${body}</svg>`,
    heads,
  };
}

interface Brush {
  random: () => number;
  heads: Place[];
}
type Painter = (brush: Brush) => string;

const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const circle = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const shape = (points: string, fill: string): string => `<polygon points="${points}" fill="${fill}"/>`;
const times = (n: number, draw: (i: number) => string): string => Array.from({ length: n }, (_, i) => draw(i)).join('');

function sky({ random }: Brush, top = '#8ec5ea', bottom = '#eaf4fb'): string {
  const sun = 200 + random() * 1400;
  return `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
${rect(0, 0, W, H, 'url(#s)')}${circle(sun, 190, 70, '#ffe08a')}${times(3, (i) => cloud(200 + i * 560 + random() * 160, 130 + random() * 140))}`;
}

const cloud = (x: number, y: number): string =>
  `<g opacity=".85">${circle(x, y, 42, '#fff')}${circle(x + 52, y - 18, 54, '#fff')}${circle(x + 112, y, 44, '#fff')}${rect(x, y, 112, 42, '#fff', 'rx="20"')}</g>`;

function hills({ random }: Brush, base: number): string {
  const ridge = (height: number, fill: string): string => {
    const points = [`0,${base}`];
    for (let x = 0; x <= W; x += 225) points.push(`${x},${Math.round(base - height * (0.45 + random() * 0.55))}`);
    return shape([...points, `${W},${base}`].join(' '), fill);
  };
  return ridge(330, '#9dbfae') + ridge(220, '#7aa98c') + ridge(120, '#5d9472');
}

function tree(x: number, ground: number, size: number): string {
  const crown = (dx: number, dy: number, r: number, fill: string) =>
    circle(x + dx * size, ground - dy * size, r * size, fill);
  return (
    rect(x - 9 * size, ground - 110 * size, 18 * size, 110 * size, '#7b5a3c') +
    crown(0, 150, 62, '#3f8f5b') +
    crown(-44, 122, 46, '#367d4f') +
    crown(44, 124, 48, '#4aa269')
  );
}

function school(x: number, ground: number, windows: number): string {
  const width = 150 + windows * 120;
  const top = ground - 290;
  const row = (y: number) =>
    times(windows, (i) => {
      const at = x + 60 + i * 120;
      return rect(at, y, 74, 80, '#d8ecf7') + rect(at + 35, y, 4, 80, '#fff') + rect(at, y + 38, 74, 4, '#fff');
    });
  return (
    rect(x, top, width, 290, '#f6e3b4') +
    shape(`${x - 36},${top} ${x + width + 36},${top} ${x + width - 40},${top - 96} ${x + 40},${top - 96}`, '#b5523b') +
    row(top + 38) +
    row(top + 168) +
    rect(x, top + 138, width, 10, '#e2c888') +
    rect(x + width / 2 - 42, ground - 128, 84, 128, '#8a5a3a')
  );
}

function flag(x: number, ground: number): string {
  const star = times(5, (i) => {
    const at = (turn: number, r: number) => {
      const angle = ((-90 + turn) * Math.PI) / 180;
      return `${(x + 84 + r * Math.cos(angle)).toFixed(1)},${(ground - 512 + r * Math.sin(angle)).toFixed(1)}`;
    };
    return shape(
      `${at(i * 72, 34)} ${at(i * 72 + 36, 13)} ${x + 84},${ground - 512} ${at(i * 72 - 36, 13)}`,
      '#ffd84d',
    );
  });
  return rect(x, ground - 580, 8, 580, '#c8ccd4') + rect(x + 8, ground - 566, 152, 106, '#d0342c') + star;
}

interface Look {
  shirt?: string;
  trousers?: string;
  scarf?: boolean;
  hair?: 'short' | 'long' | 'helmet' | 'bun';
  arms?: 'down' | 'up' | 'forward';
  front?: boolean;
}

/** A standing figure without a face; `size` 1 is about 260 high. */
function figure({ random, heads }: Brush, x: number, ground: number, size: number, look: Look = {}): string {
  const { shirt = '#ffffff', trousers = '#2b3a67', scarf = false, hair = 'short', arms = 'down', front = true } = look;
  const skin = ['#e7b98f', '#d9a679', '#f0c9a4'][Math.floor(random() * 3)]!;
  const at = (dx: number, dy: number) => `${x + dx * size},${ground - dy * size}`;
  const headY = ground - 216 * size;
  if (front) heads.push({ x: (x - 40 * size) / W, y: (headY - 44 * size) / H, w: (80 * size) / W, h: (88 * size) / H });
  const arm = (side: 1 | -1): string => {
    const ends = { down: [46, 78], up: [62, 236], forward: [70, 150] }[arms] as [number, number];
    const [ex, ey] = ends;
    return `<line x1="${x + side * 30 * size}" y1="${ground - 160 * size}" x2="${x + side * ex * size}" y2="${ground - ey * size}" stroke="${shirt}" stroke-width="${20 * size}" stroke-linecap="round"/>${circle(x + side * ex * size, ground - ey * size, 11 * size, skin)}`;
  };
  return [
    `<ellipse cx="${x}" cy="${ground}" rx="${46 * size}" ry="${9 * size}" fill="#00000022"/>`,
    shape(`${at(-30, 92)} ${at(-4, 92)} ${at(-8, 2)} ${at(-30, 2)}`, trousers),
    shape(`${at(4, 92)} ${at(30, 92)} ${at(30, 2)} ${at(8, 2)}`, trousers),
    arm(-1),
    arm(1),
    hair === 'long' ? rect(x - 36 * size, headY - 12 * size, 72 * size, 74 * size, '#2c2320', `rx="${30 * size}"`) : '',
    shape(`${at(-34, 176)} ${at(34, 176)} ${at(38, 86)} ${at(-38, 86)}`, shirt),
    rect(x - 10 * size, ground - 190 * size, 20 * size, 22 * size, skin),
    scarf ? shape(`${at(-22, 178)} ${at(22, 178)} ${at(0, 126)}`, '#d0342c') : '',
    circle(x, headY, 33 * size, skin),
    hairOf(hair, x, headY, size),
  ].join('');
}

function hairOf(hair: Look['hair'], x: number, y: number, size: number): string {
  const fill = hair === 'helmet' ? '#2f4bc7' : '#2c2320';
  const cap = `<path d="M ${x - 35 * size} ${y} A ${35 * size} ${36 * size} 0 0 1 ${x + 35 * size} ${y} Q ${x} ${y - 16 * size} ${x - 35 * size} ${y} Z" fill="${fill}"/>`;
  return hair === 'bun' ? cap + circle(x, y - 40 * size, 15 * size, fill) : cap;
}

const pupil = (brush: Brush, x: number, ground: number, size: number, more: Look = {}): string =>
  figure(brush, x, ground, size, { scarf: true, hair: brush.random() < 0.5 ? 'long' : 'short', ...more });
/** A teacher in áo dài: the long tunic over light trousers. */
function teacher(brush: Brush, x: number, ground: number, size: number, tunic: string): string {
  const drawn = figure(brush, x, ground, size, { shirt: tunic, trousers: '#f5f1e8', hair: 'bun' });
  const hem = `${x - 37 * size},${ground - 96 * size} ${x + 37 * size},${ground - 96 * size} ${x + 44 * size},${ground - 16 * size} ${x - 44 * size},${ground - 16 * size}`;
  return drawn + shape(hem, tunic);
}

const yard = (from: number, fill = '#e4d3ac'): string => rect(0, from, W, H - from, fill);

const painters: Record<Scene, Painter> = {
  'opening-day': (brush) =>
    sky(brush) +
    hills(brush, 640) +
    yard(640) +
    school(360, 700, 7) +
    flag(240, 740) +
    times(9, (i) => circle(420 + i * 130, 250 + brush.random() * 90, 26, ['#f2a900', '#2f4bc7', '#d0342c'][i % 3]!)) +
    times(14, (i) => pupil(brush, 180 + i * 112, 870, 0.62, { front: false })) +
    teacher(brush, 420, 1120, 1.05, '#2f4bc7') +
    drum(640, 1110) +
    times(4, (i) => pupil(brush, 880 + i * 210, 1130, 0.98, { arms: i % 2 === 0 ? 'up' : 'down' })),
  'teachers-day': (brush) =>
    rect(0, 0, W, H, '#7d1f2a') +
    times(12, (i) => rect(i * 150, 0, 75, 760, i % 2 ? '#8c2632' : '#701a25')) +
    rect(0, 760, W, 440, '#b98a5a') +
    rect(0, 748, W, 16, '#e2c07a') +
    times(7, (i) => circle(220 + i * 230, 180, 58, '#f2a900') + circle(220 + i * 230, 180, 34, '#ffe08a')) +
    teacher(brush, 620, 1080, 1.15, '#1e7f4f') +
    teacher(brush, 1180, 1080, 1.15, '#b25e8f') +
    pupil(brush, 420, 1110, 0.95) +
    bouquet(500, 920) +
    pupil(brush, 1390, 1110, 0.95) +
    bouquet(1310, 920) +
    pupil(brush, 900, 1130, 0.92, { arms: 'up' }),
  garden: (brush) =>
    sky(brush) +
    hills(brush, 560) +
    yard(560, '#86b56a') +
    times(
      4,
      (i) => rect(120 + i * 410, 820, 330, 46, '#7b5a3c') + times(5, (n) => tree(160 + i * 410 + n * 62, 826, 0.3)),
    ) +
    tree(150, 760, 1.5) +
    tree(1650, 760, 1.7) +
    times(4, (i) => pupil(brush, 360 + i * 360, 1120, 1, { arms: 'forward' }) + can(440 + i * 360, 1060)),
  library: (brush) =>
    rect(0, 0, W, H, '#f1e7d6') +
    times(5, (i) => shelf(brush, 60 + i * 346, 90)) +
    rect(0, 900, W, 300, '#c79a68') +
    times(3, (i) => rect(170 + i * 540, 960, 400, 26, '#8a5a3a') + book(320 + i * 540, 940)) +
    times(3, (i) => pupil(brush, 290 + i * 540, 1000, 0.92) + pupil(brush, 460 + i * 540, 1000, 0.92)) +
    times(3, (i) => rect(170 + i * 540, 960, 400, 200, '#a97847')),
  football: (brush) =>
    sky(brush) +
    hills(brush, 520) +
    yard(520, '#6fae5c') +
    times(6, (i) => rect(0, 560 + i * 110, W, 55, '#67a555')) +
    `<path d="M 1380 760 V 560 H 1720 V 760" fill="none" stroke="#fff" stroke-width="14"/>` +
    tree(140, 600, 1.1) +
    times(4, (i) =>
      figure(brush, 260 + i * 300, 980 + (i % 2) * 90, 1, { shirt: i % 2 ? '#f2a900' : '#2f4bc7', arms: 'forward' }),
    ) +
    circle(1330, 1020, 34, '#fff') +
    circle(1330, 1020, 14, '#14213d'),
  classroom: (brush) =>
    rect(0, 0, W, H, '#f4efe4') +
    rect(330, 120, 1140, 420, '#1f5b46') +
    rect(312, 102, 1176, 18, '#8a5a3a') +
    times(4, (i) => rect(400, 190 + i * 78, 300 + brush.random() * 560, 12, '#dfeee7', 'rx="6"')) +
    rect(60, 150, 200, 300, '#bfe0f2') +
    rect(1540, 150, 200, 300, '#bfe0f2') +
    rect(0, 720, W, 480, '#c9b08a') +
    teacher(brush, 620, 820, 1.05, '#1b6e98') +
    times(5, (i) => pupil(brush, 200 + i * 350, 1040, 0.9) + desk(90 + i * 350, 1010)),
  'road-safety': (brush) =>
    sky(brush) +
    hills(brush, 640) +
    school(540, 640, 5) +
    rect(0, 640, W, 560, '#8b909a') +
    rect(0, 640, W, 40, '#d3d6dc') +
    times(7, (i) => rect(240 + i * 200, 820, 110, 300, '#f2f3f5')) +
    times(4, (i) => pupil(brush, 330 + i * 330, 1090, 1, { hair: 'helmet' })) +
    figure(brush, 1640, 1080, 1.12, { shirt: '#c7a552', trousers: '#8a7038', arms: 'up', hair: 'helmet' }),
  'mountain-school': (brush) =>
    sky(brush, '#7fb2d9', '#f7ead0') +
    hills(brush, 560) +
    times(
      7,
      (i) =>
        `<path d="M 0 ${600 + i * 62} Q 450 ${560 + i * 66} 900 ${610 + i * 60} T 1800 ${590 + i * 64} V 1200 H 0 Z" fill="${i % 2 ? '#b9b54f' : '#8fae4a'}"/>`,
    ) +
    school(980, 720, 4) +
    flag(900, 760) +
    tree(240, 760, 1.2) +
    times(5, (i) => pupil(brush, 240 + i * 180, 1130, 0.94, { shirt: ['#2f4bc7', '#b3261e', '#1e7f4f'][i % 3]! })),
};

const drum = (x: number, y: number): string =>
  rect(x - 70, y - 40, 12, 40, '#7b5a3c') +
  rect(x + 58, y - 40, 12, 40, '#7b5a3c') +
  circle(x, y - 110, 96, '#b3261e') +
  circle(x, y - 110, 72, '#f5dfb8');
const bouquet = (x: number, y: number): string =>
  shape(`${x - 40},${y} ${x + 40},${y} ${x},${y + 90}`, '#4aa269') +
  times(5, (i) => circle(x - 36 + i * 18, y - 6 - (i % 2) * 18, 18, ['#d0342c', '#f2a900', '#f6c1d0'][i % 3]!));
const can = (x: number, y: number): string =>
  rect(x, y, 70, 60, '#1b6e98', 'rx="8"') +
  `<line x1="${x + 66}" y1="${y + 20}" x2="${x + 118}" y2="${y - 6}" stroke="#1b6e98" stroke-width="12"/>`;
const book = (x: number, y: number): string =>
  shape(`${x},${y} ${x + 60},${y - 14} ${x + 60},${y + 22} ${x},${y + 34}`, '#fff') +
  shape(`${x},${y} ${x - 60},${y - 14} ${x - 60},${y + 22} ${x},${y + 34}`, '#fbf6ea');
const desk = (x: number, y: number): string =>
  rect(x, y, 230, 24, '#8a5a3a') + rect(x + 16, y + 24, 14, 150, '#70472c') + rect(x + 200, y + 24, 14, 150, '#70472c');

function shelf({ random }: Brush, x: number, y: number): string {
  const colours = ['#2f4bc7', '#b3261e', '#1e7f4f', '#f2a900', '#1b6e98', '#7a4b94'];
  return (
    rect(x, y, 310, 700, '#9c6c41') +
    times(5, (row) => {
      let at = x + 16;
      let row_ = rect(x + 12, y + 18 + row * 136, 286, 120, '#6f4a2b');
      while (at < x + 276) {
        const w = 16 + Math.floor(random() * 18);
        const h = 78 + Math.floor(random() * 36);
        row_ += rect(at, y + 138 + row * 136 - h, w, h, colours[Math.floor(random() * colours.length)]!);
        at += w + 3;
      }
      return row_;
    })
  );
}
