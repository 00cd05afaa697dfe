/** Single property modifiers ([MS-DOC] 2.6): a code that tells its size, and an operand. */
export const SPRM = {
  style: 0x4600,
  justify: 0x2461,
  justifyOld: 0x2403,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  outline: 0x2640,
  deleted: 0x0800,
  special: 0x0855,
  bold: 0x0835,
  italic: 0x0836,
  caps: 0x083b,
  hidden: 0x083c,
  charStyle: 0x4a30,
  fontAscii: 0x4a4f,
  fontOther: 0x4a51,
  symbol: 0x6a09,
  rowCells: 0xd608,
  rowHeader: 0x3404,
  tableLines: 0xd613,
  tableLinesOld: 0xd605,
  cellMergedDown: 0xd62b,
} as const;

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** Calls `see` with each modifier and the place of its operand. Ends quietly where the list is damaged. */
export function eachSprm(list: DataView, see: (code: number, at: number, size: number) => void): void {
  let at = 0;
  while (at + 2 <= list.byteLength) {
    const code = list.getUint16(at, true);
    at += 2;
    const kind = code >> 13;
    let size = SIZES[kind]!;
    if (kind === 6) {
      if (at >= list.byteLength) return;
      const wide = code === SPRM.rowCells;
      if (wide && at + 2 > list.byteLength) return;
      size = wide ? list.getUint16(at, true) - 1 : list.getUint8(at);
      at += wide ? 2 : 1;
    }
    if (at + size > list.byteLength) return;
    see(code, at, size);
    at += size;
  }
}
