import type { Role } from '#lib/rights.ts';
import type { PostKind } from '#lib/unit-kinds.ts';

/** Somebody of the sample sector. Fiction: any likeness of a name is chance. */
export interface SamplePerson {
  name: string;
  /** Part before the @; the domain follows from the unit. */
  mailbox: string;
  /** Key of the unit where the post is. */
  unit: string;
  post: PostKind;
  title: string;
  /** Roles with the key of the unit they hold for. */
  roles: [Role, string][];
  /** Gets a password that is shown once after the first start. */
  demo?: true;
}

const ministry: SamplePerson[] = [
  {
    name: 'Vũ Minh Khang',
    mailbox: 'khang.vu',
    unit: 'bo.vp',
    post: 'head',
    title: 'Chánh Văn phòng Bộ',
    roles: [['head', 'bo']],
  },
  {
    name: 'Đỗ Thu Hằng',
    mailbox: 'hang.do',
    unit: 'bo.tt',
    post: 'head',
    title: 'Giám đốc Trung tâm',
    roles: [['focal-head', 'bo']],
  },
  {
    name: 'Lý Gia Bảo',
    mailbox: 'bao.ly',
    unit: 'bo.tt',
    post: 'communications',
    title: 'Chuyên viên truyền thông',
    roles: [['communications-officer', 'bo']],
    demo: true,
  },
  {
    name: 'Tạ Hồng Nhung',
    mailbox: 'nhung.ta',
    unit: 'bo.vp',
    post: 'clerk',
    title: 'Văn thư',
    roles: [['clerk', 'bo']],
  },
  {
    name: 'Cao Đình Phúc',
    mailbox: 'phuc.cao',
    unit: 'bo.pt',
    post: 'head',
    title: 'Vụ trưởng',
    roles: [['focal-head', 'bo']],
  },
  {
    name: 'Mạc Thùy Dương',
    mailbox: 'duong.mac',
    unit: 'bo.hs',
    post: 'head',
    title: 'Vụ trưởng',
    roles: [['focal-head', 'bo']],
  },
  {
    name: 'Kiều Anh Tú',
    mailbox: 'tu.kieu',
    unit: 'bo.vp',
    post: 'member',
    title: 'Quản trị hệ thống',
    roles: [['administrator', 'bo']],
  },
];

const department: SamplePerson[] = [
  {
    name: 'Nguyễn Thanh Hà',
    mailbox: 'ha.nguyen',
    unit: 'so',
    post: 'head',
    title: 'Giám đốc Sở',
    roles: [['head', 'so']],
    demo: true,
  },
  {
    name: 'Phan Quốc Việt',
    mailbox: 'viet.phan',
    unit: 'so',
    post: 'deputy-head',
    title: 'Phó Giám đốc Sở',
    roles: [
      ['leader', 'so'],
      ['spokesperson', 'so'],
    ],
  },
  {
    name: 'Trần Đức Long',
    mailbox: 'long.tran',
    unit: 'so.vp',
    post: 'head',
    title: 'Chánh Văn phòng',
    roles: [['focal-head', 'so']],
    demo: true,
  },
  {
    name: 'Phạm Ngọc Lan',
    mailbox: 'lan.pham',
    unit: 'so.vp',
    post: 'communications',
    title: 'Chuyên viên truyền thông',
    roles: [['communications-officer', 'so']],
    demo: true,
  },
  {
    name: 'Bùi Thị Sen',
    mailbox: 'sen.bui',
    unit: 'so.vp',
    post: 'clerk',
    title: 'Văn thư',
    roles: [['clerk', 'so']],
    demo: true,
  },
  {
    name: 'Hồ Nhật Minh',
    mailbox: 'minh.ho',
    unit: 'so.vp',
    post: 'member',
    title: 'Quản trị hệ thống',
    roles: [['administrator', 'so']],
    demo: true,
  },
  {
    name: 'Dương Bích Liên',
    mailbox: 'lien.duong',
    unit: 'so.mn',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['focal-head', 'so']],
  },
  {
    name: 'Lê Hoài Nam',
    mailbox: 'nam.le',
    unit: 'so.pt',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['focal-head', 'so']],
  },
  {
    name: 'Đinh Công Thành',
    mailbox: 'thanh.dinh',
    unit: 'so.tx',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['focal-head', 'so']],
  },
  {
    name: 'Võ Kim Oanh',
    mailbox: 'oanh.vo',
    unit: 'so.tc',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['inspector', 'so']],
  },
  {
    name: 'Lâm Tuấn Kiệt',
    mailbox: 'kiet.lam',
    unit: 'so.kh',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['focal-head', 'so']],
  },
];

const communes: SamplePerson[] = [
  {
    name: 'Ngô Văn Hải',
    mailbox: 'hai.ngo',
    unit: 'xa.bt',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['head', 'xa.bt']],
  },
  {
    name: 'Trịnh Mỹ Hạnh',
    mailbox: 'hanh.trinh',
    unit: 'xa.bt',
    post: 'communications',
    title: 'Chuyên viên',
    roles: [
      ['communications-officer', 'xa.bt'],
      ['clerk', 'xa.bt'],
    ],
  },
  {
    name: 'Hà Quang Vinh',
    mailbox: 'vinh.ha',
    unit: 'xa.sn',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['head', 'xa.sn']],
  },
  {
    name: 'Quách Thị Thơm',
    mailbox: 'thom.quach',
    unit: 'xa.sn',
    post: 'communications',
    title: 'Chuyên viên',
    roles: [
      ['communications-officer', 'xa.sn'],
      ['clerk', 'xa.sn'],
    ],
    demo: true,
  },
  {
    name: 'Giàng A Sinh',
    mailbox: 'sinh.giang',
    unit: 'xa.dt',
    post: 'head',
    title: 'Trưởng phòng',
    roles: [['head', 'xa.dt']],
  },
  {
    name: 'Lò Thị Mai',
    mailbox: 'mai.lo',
    unit: 'xa.dt',
    post: 'communications',
    title: 'Chuyên viên',
    roles: [
      ['communications-officer', 'xa.dt'],
      ['clerk', 'xa.dt'],
    ],
  },
];

interface Staff {
  principal: [string, string];
  officer: [string, string];
  teacher: [string, string];
  clerk?: [string, string];
  demo?: true;
}

const staff: Record<string, Staff> = {
  mn1: {
    principal: ['Nguyễn Thị Thu Cúc', 'cuc.nguyen'],
    officer: ['Phùng Thị Hường', 'huong.phung'],
    teacher: ['Mai Khánh Ly', 'ly.mai'],
  },
  th1: {
    principal: ['Đoàn Thị Hiền', 'hien.doan'],
    officer: ['Vương Thành Trung', 'trung.vuong'],
    teacher: ['Hoàng Thị Na', 'na.hoang'],
  },
  cs1: {
    principal: ['Trần Thị Mai', 'mai.tran'],
    officer: ['Nguyễn Hữu Đạt', 'dat.nguyen'],
    teacher: ['Đặng Thúy Vân', 'van.dang'],
    clerk: ['Lưu Thị Nga', 'nga.luu'],
  },
  mn2: {
    principal: ['Chu Thị Loan', 'loan.chu'],
    officer: ['Tống Diệu Linh', 'linh.tong'],
    teacher: ['Sùng Thị Dúa', 'dua.sung'],
  },
  th2: {
    principal: ['Phạm Văn Sơn', 'son.pham'],
    officer: ['Khúc Thị Yến', 'yen.khuc'],
    teacher: ['Vi Văn Toàn', 'toan.vi'],
  },
  cs2: {
    principal: ['Lê Thị Bích Ngọc', 'ngoc.le'],
    officer: ['Bạch Tuấn Anh', 'anh.bach'],
    teacher: ['Nông Thị Huyền', 'huyen.nong'],
    clerk: ['Thái Thị Lành', 'lanh.thai'],
    demo: true,
  },
  mn3: {
    principal: ['Hứa Thị Xuân', 'xuan.hua'],
    officer: ['Ma Thị Thảo', 'thao.ma'],
    teacher: ['Lục Thị Thanh', 'thanh.luc'],
  },
  th3: {
    principal: ['Triệu Văn Quý', 'quy.trieu'],
    officer: ['Đàm Thị Hoa', 'hoa.dam'],
    teacher: ['Bế Văn Lực', 'luc.be'],
  },
  tc3: {
    principal: ['Nguyễn Văn Tuyên', 'tuyen.nguyen'],
    officer: ['Hoàng Đức Mạnh', 'manh.hoang'],
    teacher: ['Lù Thị Sao', 'sao.lu'],
  },
  pt1: {
    principal: ['Phạm Hải Đăng', 'dang.pham'],
    officer: ['Tôn Nữ Hoài An', 'an.ton'],
    teacher: ['Trương Gia Hưng', 'hung.truong'],
    clerk: ['Vũ Thị Hậu', 'hau.vu'],
  },
  pt2: {
    principal: ['Đào Xuân Trường', 'truong.dao'],
    officer: ['Nguyễn Khắc Duy', 'duy.nguyen'],
    teacher: ['Lại Thị Phương', 'phuong.lai'],
  },
  tx1: {
    principal: ['Huỳnh Tấn Phát', 'phat.huynh'],
    officer: ['Thạch Thị Sương', 'suong.thach'],
    teacher: ['Kim Ngọc Thạch', 'thach.kim'],
  },
};

function peopleOf(unit: string, { principal, officer, teacher, clerk, demo }: Staff): SamplePerson[] {
  const shown = demo && { demo };
  const centre = unit === 'tx1';
  const list: SamplePerson[] = [
    {
      name: principal[0],
      mailbox: principal[1],
      unit,
      post: 'head',
      title: centre ? 'Giám đốc' : 'Hiệu trưởng',
      roles: [['head', unit]],
      ...shown,
    },
    {
      name: officer[0],
      mailbox: officer[1],
      unit,
      post: 'communications',
      title: 'Phụ trách truyền thông',
      roles: [
        ['communications-officer', unit],
        ['site-manager', unit],
      ],
      ...shown,
    },
    {
      name: teacher[0],
      mailbox: teacher[1],
      unit: `${unit}.t1`,
      post: 'member',
      title: 'Giáo viên',
      roles: [['contributor', unit]],
      ...shown,
    },
  ];
  if (clerk)
    list.push({ name: clerk[0], mailbox: clerk[1], unit, post: 'clerk', title: 'Văn thư', roles: [['clerk', unit]] });
  // In a small school the officer also keeps the register.
  else list[1]!.roles.push(['clerk', unit]);
  return list;
}

/** Heads of teams: they read what their team writes before the school's editor does, where the school wants it so. */
const teamHeads: SamplePerson[] = [
  {
    name: 'Lương Thị Vân',
    mailbox: 'van.luong',
    unit: 'cs2.t1',
    post: 'head',
    title: 'Tổ trưởng',
    roles: [['team-lead', 'cs2.t1']],
  },
];

export const samplePeople: readonly SamplePerson[] = [
  ...ministry,
  ...department,
  ...communes,
  ...Object.entries(staff).flatMap(([unit, school]) => peopleOf(unit, school)),
  ...teamHeads,
];

/** A post that waits for somebody: it shows as a to-do of the school and of the levels above. */
export const vacantPosts: readonly { unit: string; post: PostKind; title: string }[] = [
  { unit: 'th2', post: 'site-manager', title: 'Quản lý trang thông tin điện tử' },
];
