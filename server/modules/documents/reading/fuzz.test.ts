import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8 } from 'fflate';
import { Unreadable } from './blocks.ts';
import { abstractNum, docx, GRID, list, lvl, num, p, tbl, tc, tr } from './docx-fixture.ts';
import { readDocument } from './intake.ts';
import { makePdf, setParagraph } from './pdf-fixture.ts';

/** The same damage every time: a small generator of our own. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

async function survives(bytes: Uint8Array, name: string): Promise<void> {
  const began = performance.now();
  try {
    const reading = await readDocument(bytes, name);
    assert.ok(reading.blocks.length > 0);
  } catch (error) {
    assert.ok(error instanceof Unreadable, `${name}: ${error instanceof Error ? error.stack : error}`);
  }
  assert.ok(performance.now() - began < 5000, 'took too long');
}

const body = p('I. MỤC ĐÍCH', list(1, 0)) + tbl(GRID, tr(tc('TT'), tc('Việc')), tr(tc('1'), tc('Tin'))) + p('Hết');
const numbering = abstractNum(1, lvl(0, 'upperRoman', '%1.')) + num(1, 1);
const prose = 'Đẩy mạnh thông tin về các chủ trương lớn của ngành trong nhà trường và xã hội';
const samples: [string, Uint8Array][] = [
  ['a.docx', docx({ body, numbering })],
  [
    'a.pdf',
    makePdf(
      [
        {
          texts: setParagraph(prose, { x: 80, y: 80, width: 300 }),
          strokes: [
            [80, 200, 300, 200],
            [80, 230, 300, 230],
            [80, 200, 80, 230],
            [300, 200, 300, 230],
          ],
        },
      ],
      { compress: true },
    ),
  ],
  [
    'a.html',
    strToU8(
      `<html><style>p{color:red}</style><ol><li>${prose}</li></ol><table border=1><tr><td rowspan=3>x<td>y</table>`,
    ),
  ],
  ['a.txt', strToU8(`KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n- ${prose}\n| a | b |\n`)],
];

for (const [name, bytes] of samples) {
  test(`${name}: a file cut off anywhere is read or refused, nothing else`, async () => {
    for (let i = 1; i <= 40; i++) await survives(bytes.slice(0, Math.floor((bytes.length * i) / 41)), name);
  });

  test(`${name}: a file with damaged bytes is read or refused, nothing else`, async () => {
    const roll = dice(7);
    for (let i = 0; i < 80; i++) {
      const damaged = bytes.slice();
      for (let hits = 1 + roll(6); hits > 0; hits--) damaged[roll(damaged.length)] = roll(256);
      await survives(damaged, name);
    }
  });
}
