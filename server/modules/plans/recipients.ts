import type { recipientModes } from '#lib/plan-parts.ts';
import type { Maker } from './wording.ts';

export interface Recipient {
  name: string;
  mode: (typeof recipientModes)[number];
}

const report = (name: string | null): Recipient[] => (name === null ? [] : [{ name, mode: 'b/c' }]);
const coordinate = (name: string): Recipient => ({ name, mode: 'p/h' });
const carryOut = (name: string): Recipient => ({ name, mode: 't/h' });
const keep = (name: string): Recipient => ({ name, mode: 'archive' });

/** 'UBND tỉnh Sông Trà' → 'UBND tỉnh', a city's → 'UBND thành phố': within its own area it needs no name. */
function committeeOf(upperBody: string | null): string | null {
  const named = /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (tỉnh|thành phố|huyện|xã|phường|đặc khu)(?!\p{L})/u.exec(
    upperBody ?? '',
  );
  return named ? `UBND ${named[1]}` : null;
}

const isOfCommune = (upperBody: string | null): boolean =>
  /^UBND (xã|phường|đặc khu)$/.test(committeeOf(upperBody) ?? '');

/** "Lãnh đạo Sở", "Lãnh đạo Bộ": those a phòng, vụ or cục reports to. */
const leadersOf = (upperBody: string | null): string | null =>
  /^(Sở|Bộ)(?!\p{L})/u.test(upperBody ?? '') ? `Lãnh đạo ${upperBody!.slice(0, 2)}` : upperBody;

const schoolOf = (maker: Maker, leaders: string): Recipient[] => [
  ...report(maker.upperBody ?? 'Cơ quan quản lý cấp trên'),
  ...(isOfCommune(maker.upperBody) ? report('Phòng Văn hóa - Xã hội') : []),
  ...report(leaders),
  carryOut('Các tổ chuyên môn, đoàn thể'),
  keep('VT'),
];

/** "Nơi nhận" that plans of this kind of unit usually have. */
export function recipientsFor(maker: Maker): readonly Recipient[] {
  switch (maker.kind) {
    case 'ministry':
      return [
        ...report('Bộ trưởng'),
        coordinate('Các Thứ trưởng'),
        carryOut('Các đơn vị thuộc Bộ'),
        carryOut('Các Sở Giáo dục và Đào tạo'),
        keep('VT, VP'),
      ];
    case 'province-department':
      return [
        ...report('Bộ Giáo dục và Đào tạo'),
        ...report(committeeOf(maker.upperBody)),
        ...report('Lãnh đạo Sở'),
        coordinate('UBND các xã, phường'),
        carryOut('Các phòng thuộc Sở'),
        carryOut('Các đơn vị trực thuộc Sở'),
        keep('VT, VP'),
      ];
    case 'commune-office':
      return [
        ...report('Sở Giáo dục và Đào tạo'),
        ...report(committeeOf(maker.upperBody)),
        carryOut('Các trường trên địa bàn'),
        keep('VT'),
      ];
    case 'nursery':
    case 'primary':
    case 'lower-secondary':
    case 'primary-lower-secondary':
    case 'upper-secondary':
      return schoolOf(maker, 'Ban Giám hiệu');
    case 'continuing-education':
      return schoolOf(maker, 'Ban Giám đốc');
    default:
      return [...report(leadersOf(maker.upperBody)), carryOut('Các đơn vị, cá nhân liên quan'), keep('VT')];
  }
}
