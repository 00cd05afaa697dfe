import type { SigningStep, UnitKind } from '#lib/unit-kinds.ts';

/** A unit of the sample sector. Fiction: there is no province Sông Trà, and none of these schools exists. */
export interface SampleUnit {
  key: string;
  /** Key of the unit above in the working line; none for a root. */
  below?: string;
  /** Key of the People's Committee above. */
  committee?: string;
  /** Key of the district's Phòng GDĐT that stood above until 30/6/2025. */
  formerly?: string;
  kind: UnitKind;
  name: string;
  shortName?: string;
  symbol?: string;
  place?: string;
  code?: string;
  steps?: SigningStep[];
  closedOn?: string;
}

const all: SigningStep[] = ['consultation', 'initials', 'format-check'];

const top: SampleUnit[] = [
  {
    key: 'bo',
    kind: 'ministry',
    name: 'Bộ Giáo dục và Đào tạo',
    shortName: 'Bộ GDĐT',
    symbol: 'BGDĐT',
    place: 'Hà Nội',
    code: 'G22',
    steps: all,
  },
  {
    key: 'bo.vp',
    below: 'bo',
    kind: 'division',
    name: 'Văn phòng Bộ Giáo dục và Đào tạo',
    shortName: 'Văn phòng Bộ',
    symbol: 'VP',
    place: 'Hà Nội',
  },
  {
    key: 'bo.tt',
    below: 'bo.vp',
    kind: 'division',
    name: 'Trung tâm Truyền thông và Sự kiện',
    shortName: 'TTTT&SK',
    symbol: 'TTTTSK',
    place: 'Hà Nội',
  },
  {
    key: 'bo.pt',
    below: 'bo',
    kind: 'division',
    name: 'Vụ Giáo dục Phổ thông',
    shortName: 'Vụ GDPT',
    symbol: 'GDPT',
    place: 'Hà Nội',
  },
  {
    key: 'bo.hs',
    below: 'bo',
    kind: 'division',
    name: 'Vụ Học sinh, Sinh viên',
    shortName: 'Vụ HSSV',
    symbol: 'HSSV',
    place: 'Hà Nội',
  },
  {
    key: 'ub',
    kind: 'people-committee',
    name: 'Ủy ban nhân dân tỉnh Sông Trà',
    shortName: 'UBND tỉnh Sông Trà',
    symbol: 'UBND',
    place: 'Sông Trà',
  },
  {
    key: 'ub.tg',
    below: 'ub',
    kind: 'people-committee',
    name: 'Ủy ban nhân dân huyện Trà Giang',
    shortName: 'UBND huyện Trà Giang',
    symbol: 'UBND',
    place: 'Trà Giang',
    closedOn: '2025-07-01',
  },
  {
    key: 'ub.bt',
    below: 'ub',
    kind: 'people-committee',
    name: 'Ủy ban nhân dân phường Bình Trà',
    shortName: 'UBND phường Bình Trà',
    symbol: 'UBND',
    place: 'Bình Trà',
  },
  {
    key: 'ub.sn',
    below: 'ub',
    kind: 'people-committee',
    name: 'Ủy ban nhân dân xã Suối Ngọc',
    shortName: 'UBND xã Suối Ngọc',
    symbol: 'UBND',
    place: 'Suối Ngọc',
  },
  {
    key: 'ub.dt',
    below: 'ub',
    kind: 'people-committee',
    name: 'Ủy ban nhân dân xã Đồi Thông',
    shortName: 'UBND xã Đồi Thông',
    symbol: 'UBND',
    place: 'Đồi Thông',
  },
];

const province: SampleUnit[] = [
  {
    key: 'so',
    below: 'bo',
    committee: 'ub',
    kind: 'province-department',
    name: 'Sở Giáo dục và Đào tạo Sông Trà',
    shortName: 'Sở GDĐT Sông Trà',
    symbol: 'SGDĐT',
    place: 'Sông Trà',
    code: 'ST-00',
    steps: all,
  },
  { key: 'so.vp', below: 'so', kind: 'division', name: 'Văn phòng Sở', symbol: 'VP', place: 'Sông Trà' },
  { key: 'so.mn', below: 'so', kind: 'division', name: 'Phòng Giáo dục Mầm non', symbol: 'GDMN', place: 'Sông Trà' },
  { key: 'so.pt', below: 'so', kind: 'division', name: 'Phòng Giáo dục Phổ thông', symbol: 'GDPT', place: 'Sông Trà' },
  {
    key: 'so.tx',
    below: 'so',
    kind: 'division',
    name: 'Phòng Giáo dục nghề nghiệp - Giáo dục thường xuyên',
    symbol: 'GDNN-GDTX',
    place: 'Sông Trà',
  },
  { key: 'so.tc', below: 'so', kind: 'division', name: 'Phòng Tổ chức cán bộ', symbol: 'TCCB', place: 'Sông Trà' },
  {
    key: 'so.kh',
    below: 'so',
    kind: 'division',
    name: 'Phòng Kế hoạch - Tài chính',
    symbol: 'KHTC',
    place: 'Sông Trà',
  },
  // The district level that ended on 1/7/2025 stays as history: documents of before still name it.
  {
    key: 'pgd',
    below: 'so',
    committee: 'ub.tg',
    kind: 'division',
    name: 'Phòng Giáo dục và Đào tạo huyện Trà Giang',
    shortName: 'Phòng GDĐT Trà Giang',
    symbol: 'PGDĐT',
    place: 'Trà Giang',
    closedOn: '2025-07-01',
  },
  {
    key: 'xa.bt',
    below: 'so',
    committee: 'ub.bt',
    kind: 'commune-office',
    name: 'Phòng Văn hóa - Xã hội phường Bình Trà',
    shortName: 'Phòng VH-XH Bình Trà',
    symbol: 'VHXH',
    place: 'Bình Trà',
    code: 'ST-01',
    steps: ['initials', 'format-check'],
  },
  {
    key: 'xa.sn',
    below: 'so',
    committee: 'ub.sn',
    kind: 'commune-office',
    name: 'Phòng Văn hóa - Xã hội xã Suối Ngọc',
    shortName: 'Phòng VH-XH Suối Ngọc',
    symbol: 'VHXH',
    place: 'Suối Ngọc',
    code: 'ST-02',
    steps: ['initials'],
  },
  {
    key: 'xa.dt',
    below: 'so',
    committee: 'ub.dt',
    kind: 'commune-office',
    name: 'Phòng Văn hóa - Xã hội xã Đồi Thông',
    shortName: 'Phòng VH-XH Đồi Thông',
    symbol: 'VHXH',
    place: 'Đồi Thông',
    code: 'ST-03',
    steps: ['initials'],
  },
];

const communeSchools: SampleUnit[] = [
  {
    key: 'mn1',
    below: 'xa.bt',
    committee: 'ub.bt',
    formerly: 'pgd',
    kind: 'nursery',
    name: 'Trường Mầm non Hoa Mai',
    shortName: 'MN Hoa Mai',
    symbol: 'MNHM',
    place: 'Bình Trà',
    code: 'ST-0101',
  },
  {
    key: 'th1',
    below: 'xa.bt',
    committee: 'ub.bt',
    formerly: 'pgd',
    kind: 'primary',
    name: 'Trường Tiểu học Bình Trà',
    shortName: 'TH Bình Trà',
    symbol: 'THBT',
    place: 'Bình Trà',
    code: 'ST-0102',
  },
  {
    key: 'cs1',
    below: 'xa.bt',
    committee: 'ub.bt',
    formerly: 'pgd',
    kind: 'lower-secondary',
    name: 'Trường THCS Bình Trà',
    shortName: 'THCS Bình Trà',
    symbol: 'THCSBT',
    place: 'Bình Trà',
    code: 'ST-0103',
    steps: ['initials'],
  },
  {
    key: 'mn2',
    below: 'xa.sn',
    committee: 'ub.sn',
    formerly: 'pgd',
    kind: 'nursery',
    name: 'Trường Mầm non Suối Ngọc',
    shortName: 'MN Suối Ngọc',
    symbol: 'MNSN',
    place: 'Suối Ngọc',
    code: 'ST-0201',
  },
  {
    key: 'th2',
    below: 'xa.sn',
    committee: 'ub.sn',
    formerly: 'pgd',
    kind: 'primary',
    name: 'Trường Tiểu học Suối Ngọc',
    shortName: 'TH Suối Ngọc',
    symbol: 'THSN',
    place: 'Suối Ngọc',
    code: 'ST-0202',
  },
  {
    key: 'cs2',
    below: 'xa.sn',
    committee: 'ub.sn',
    formerly: 'pgd',
    kind: 'lower-secondary',
    name: 'Trường THCS Suối Ngọc',
    shortName: 'THCS Suối Ngọc',
    symbol: 'THCSSN',
    place: 'Suối Ngọc',
    code: 'ST-0203',
  },
  {
    key: 'mn3',
    below: 'xa.dt',
    committee: 'ub.dt',
    formerly: 'pgd',
    kind: 'nursery',
    name: 'Trường Mầm non Sao Sáng',
    shortName: 'MN Sao Sáng',
    symbol: 'MNSS',
    place: 'Đồi Thông',
    code: 'ST-0301',
  },
  {
    key: 'th3',
    below: 'xa.dt',
    committee: 'ub.dt',
    formerly: 'pgd',
    kind: 'primary',
    name: 'Trường Tiểu học Đồi Thông',
    shortName: 'TH Đồi Thông',
    symbol: 'THDT',
    place: 'Đồi Thông',
    code: 'ST-0302',
  },
  {
    key: 'tc3',
    below: 'xa.dt',
    committee: 'ub.dt',
    formerly: 'pgd',
    kind: 'primary-lower-secondary',
    name: 'Trường Tiểu học và THCS Thác Bạc',
    shortName: 'TH&THCS Thác Bạc',
    symbol: 'TH&THCSTB',
    place: 'Đồi Thông',
    code: 'ST-0303',
  },
];

const provinceSchools: SampleUnit[] = [
  {
    key: 'pt1',
    below: 'so',
    committee: 'ub.bt',
    kind: 'upper-secondary',
    name: 'Trường THPT Sông Trà',
    shortName: 'THPT Sông Trà',
    symbol: 'THPTST',
    place: 'Bình Trà',
    code: 'ST-0001',
    steps: ['initials', 'format-check'],
  },
  {
    key: 'pt2',
    below: 'so',
    committee: 'ub.dt',
    kind: 'upper-secondary',
    name: 'Trường THPT Đồi Thông',
    shortName: 'THPT Đồi Thông',
    symbol: 'THPTDT',
    place: 'Đồi Thông',
    code: 'ST-0002',
    steps: ['initials'],
  },
  {
    key: 'tx1',
    below: 'so',
    committee: 'ub.bt',
    kind: 'continuing-education',
    name: 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Sông Trà',
    shortName: 'TT GDNN-GDTX Sông Trà',
    symbol: 'GDNN-GDTX',
    place: 'Bình Trà',
    code: 'ST-0003',
  },
];

const teamNames: Partial<Record<UnitKind, string[]>> = {
  nursery: ['Tổ Nhà trẻ', 'Tổ Mẫu giáo'],
  primary: ['Tổ khối 1, 2, 3', 'Tổ khối 4, 5'],
  'lower-secondary': ['Tổ Khoa học tự nhiên', 'Tổ Khoa học xã hội'],
  'primary-lower-secondary': ['Tổ Tiểu học', 'Tổ Trung học cơ sở'],
  'upper-secondary': ['Tổ Toán - Tin', 'Tổ Ngữ văn', 'Tổ Ngoại ngữ'],
  'continuing-education': ['Tổ Văn hóa', 'Tổ Dạy nghề và Hướng nghiệp'],
};

const schools = [...communeSchools, ...provinceSchools];

const insideSchools: SampleUnit[] = schools.flatMap((school) => [
  ...teamNames[school.kind]!.map(
    (name, i): SampleUnit => ({
      key: `${school.key}.t${i + 1}`,
      below: school.key,
      kind: 'team',
      name,
      place: school.place!,
    }),
  ),
  {
    key: `${school.key}.tt`,
    below: school.key,
    kind: 'board',
    name: 'Ban Thông tin, tuyên truyền',
    shortName: 'Ban TTTT',
    place: school.place!,
  },
]);

/** Parents stand before their children. */
export const sampleUnits: readonly SampleUnit[] = [...top, ...province, ...schools, ...insideSchools];
