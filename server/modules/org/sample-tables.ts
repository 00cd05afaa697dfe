import type { ImportKind } from './imports.contract.ts';

/** Tables to fill in. The two rows show how; a real import would take them as they are. */
export const sampleTables: Record<ImportKind, { name: string; rows: readonly (readonly string[])[] }> = {
  schools: {
    name: 'mau-nhap-truong.csv',
    rows: [
      ['Mã trường', 'Tên trường', 'Loại hình', 'Đơn vị quản lý', 'Tên viết tắt', 'Ký hiệu', 'Địa danh'],
      [
        'ST-0204',
        'Trường Mầm non Hướng Dương',
        'Mầm non',
        'Phòng Văn hóa - Xã hội xã Suối Ngọc',
        'MN Hướng Dương',
        'MNHD',
        'Suối Ngọc',
      ],
      [
        'ST-0004',
        'Trường THPT Suối Ngọc',
        'THPT',
        'Sở Giáo dục và Đào tạo Sông Trà',
        'THPT Suối Ngọc',
        'THPTSN',
        'Suối Ngọc',
      ],
    ],
  },
  people: {
    name: 'mau-nhap-nguoi.csv',
    rows: [
      ['Họ và tên', 'Thư điện tử', 'Điện thoại', 'Đơn vị', 'Chức danh'],
      ['Trần Thị Hoài', 'hoai.tran@truong.example', '0299 000 001', 'Trường THCS Suối Ngọc', 'Phó Hiệu trưởng'],
      ['Lê Văn Bình', 'binh.le@truong.example', '', 'ST-0203', 'Giáo viên'],
    ],
  },
};
