import { type ConsentChannel, consentChannels, type Party } from '../../server/modules/media/classes.contract.ts';
import type { Tx } from '../../server/platform/tx.ts';

/** What a family and a pupil said: by default yes where the class says so. */
interface SamplePupil {
  name: string;
  bornOn: string | null;
  by: string;
  relation: string;
  /** Channels the family said no to. */
  no?: ConsentChannel[];
  /** What the pupil said: yes unless told; 'no-social' refuses social networks; 'unasked' was not asked yet. */
  child?: 'no-social' | 'unasked';
  /** Nobody has answered. */
  silent?: true;
}

interface SampleClass {
  unit: string;
  name: string;
  grade: string;
  officer: string;
  /** Channels that families were asked about; none: forms are not out yet. */
  asked: readonly ConsentChannel[];
  pupils: SamplePupil[];
}

const all = consentChannels;
const inside: readonly ConsentChannel[] = ['portal', 'print', 'bulletin', 'display'];

/** Invented names; nobody of these classes exists. */
export const sampleClasses: readonly SampleClass[] = [
  {
    unit: 'cs2',
    name: '6A',
    grade: '6',
    officer: 'anh.bach@thcssuoingoc.songtra.example',
    asked: all,
    pupils: [
      { name: 'Bế Gia Hưng', bornOn: '2015-02-11', by: 'Nông Thị Dịu', relation: 'mẹ' },
      { name: 'Chu Thị Mai Sao', bornOn: '2015-07-30', by: 'Chu Văn Thịnh', relation: 'bố' },
      { name: 'Hoàng Đức Lương', bornOn: '2015-11-19', by: 'Lý Thị Thơm', relation: 'mẹ', child: 'no-social' },
      { name: 'Lục Văn Khởi', bornOn: '2015-04-02', by: 'Lục Văn Sáng', relation: 'bố', no: ['press', 'social'] },
      { name: 'Ma Thị Thu Trang', bornOn: '2015-09-15', by: 'Ma Văn Hợi', relation: 'ông, bà' },
      { name: 'Nông Quốc Tuấn', bornOn: '2015-12-08', by: 'Nông Văn Quý', relation: 'bố', silent: true },
      { name: 'Sằm Thị Lệ', bornOn: '2015-01-25', by: 'Triệu Thị Sen', relation: 'mẹ' },
      { name: 'Vi Thành Đạt', bornOn: '2015-06-17', by: 'Vi Văn Lâm', relation: 'bố' },
    ],
  },
  {
    unit: 'cs2',
    name: '7A',
    grade: '7',
    officer: 'anh.bach@thcssuoingoc.songtra.example',
    asked: inside,
    pupils: [
      { name: 'Đàm Thị Bích Loan', bornOn: '2014-03-21', by: 'Đàm Văn Toại', relation: 'bố' },
      { name: 'Hà Minh Quang', bornOn: '2014-10-05', by: 'Hà Thị Lụa', relation: 'mẹ', child: 'unasked' },
      { name: 'La Thị Nhài', bornOn: '2014-08-14', by: 'La Văn Ngần', relation: 'bố', child: 'unasked' },
      { name: 'Lương Hữu Phúc', bornOn: '2014-05-29', by: 'Mã Thị Cúc', relation: 'mẹ' },
      { name: 'Phùng Thị Yến Chi', bornOn: null, by: 'Phùng Văn Tài', relation: 'bố' },
      { name: 'Tô Ngọc Hải', bornOn: '2014-12-30', by: 'Tô Văn Đường', relation: 'bố', silent: true },
      { name: 'Triệu Văn Bình', bornOn: '2014-01-09', by: 'Bàn Thị Mụi', relation: 'mẹ' },
    ],
  },
  {
    unit: 'cs2',
    name: '9B',
    grade: '9',
    officer: 'anh.bach@thcssuoingoc.songtra.example',
    asked: [],
    pupils: [
      { name: 'Dương Thị Hồng Nhạn', bornOn: '2012-02-18', by: '', relation: '' },
      { name: 'Lâm Chí Công', bornOn: '2012-07-07', by: '', relation: '' },
      { name: 'Nguyễn Thị Thanh Trà', bornOn: '2012-11-12', by: '', relation: '' },
    ],
  },
  {
    unit: 'mn2',
    name: 'Mẫu giáo 5 tuổi A',
    grade: 'Mẫu giáo',
    officer: 'linh.tong@mnsuoingoc.songtra.example',
    asked: all,
    pupils: [
      { name: 'Bàn Gia Khánh', bornOn: '2021-03-03', by: 'Bàn Thị Pham', relation: 'mẹ' },
      { name: 'Hứa Ngọc Diệp', bornOn: '2021-05-20', by: 'Hứa Văn Chiến', relation: 'bố', no: ['social'] },
      { name: 'Lý Bảo Nam', bornOn: '2021-08-09', by: 'Đặng Thị Nái', relation: 'mẹ' },
      { name: 'Nông Khánh Vy', bornOn: '2021-10-27', by: 'Nông Thị Hà', relation: 'người giám hộ' },
      { name: 'Trương Minh Nhật', bornOn: '2021-12-01', by: 'Trương Văn Phú', relation: 'bố', silent: true },
    ],
  },
  {
    unit: 'mn2',
    name: 'Nhà trẻ 24-36 tháng',
    grade: 'Nhà trẻ',
    officer: 'linh.tong@mnsuoingoc.songtra.example',
    asked: inside,
    pupils: [
      { name: 'Hoàng An Nhi', bornOn: '2024-01-15', by: 'Hoàng Thị Xuyến', relation: 'mẹ' },
      { name: 'Lò Thiên Phú', bornOn: '2024-04-22', by: 'Lò Văn Thiệp', relation: 'bố' },
    ],
  },
];

const schoolYear = 2026;
const givenOn = '2026-09-10';
const recordedAt = new Date('2026-09-14T02:30:00Z');
/** Everybody of these classes of seven years and more was so already when the forms were out. */
const isAsked = (pupil: SamplePupil): boolean => pupil.bornOn === null || pupil.bornOn <= '2019-09-10';

/** How the sample names its rows. */
interface Ids {
  rowId: (key: string) => string;
  unitId: (key: string) => string;
  personId: (email: string) => string;
}

/** Classes with their pupils and what was answered, as the forms of September had it. */
export async function loadConsents(tx: Tx, ids: Ids): Promise<void> {
  const paths = new Map(
    (await tx.selectFrom('units').select(['id', 'path']).execute()).map((unit) => [unit.id, unit.path]),
  );
  const { id: wording_id } = await tx
    .selectFrom('consent_wordings')
    .select('id')
    .where('unit_id', 'is', null)
    .where('purpose', '=', 'news')
    .executeTakeFirstOrThrow();
  for (const one of sampleClasses) {
    const unit_id = ids.unitId(one.unit);
    const owner = { unit_id, path: paths.get(unit_id)! };
    const class_id = ids.rowId(`class ${one.unit} ${one.name}`);
    await tx
      .insertInto('classes')
      .values({
        id: class_id,
        ...owner,
        school_year: schoolYear,
        name: one.name,
        grade: one.grade,
        created_at: recordedAt,
      })
      .execute();
    const pupilId = (pupil: SamplePupil) => ids.rowId(`pupil ${one.unit} ${pupil.name}`);
    await tx
      .insertInto('pupils')
      .values(
        one.pupils.map((pupil) => ({
          id: pupilId(pupil),
          class_id,
          ...owner,
          name: pupil.name,
          born_on: pupil.bornOn,
          created_at: recordedAt,
        })),
      )
      .execute();
    const answers = one.pupils.flatMap((pupil) => answersOf(one, pupil, pupilId(pupil), ids));
    if (answers.length === 0) continue;
    const common = { purpose: 'news', form: 'form', wording_id, given_on: givenOn, valid_to: '2027-06-01' };
    const recorded = { recorded_by: ids.personId(one.officer), recorded_at: recordedAt };
    await tx
      .insertInto('consents')
      .values(answers.map((answer) => ({ ...answer, ...owner, ...common, ...recorded })))
      .execute();
  }
}

function answersOf(one: SampleClass, pupil: SamplePupil, pupil_id: string, ids: Ids) {
  if (pupil.silent) return [];
  const answer = (party: Party, channel: ConsentChannel, yes: boolean) => ({
    id: ids.rowId(`consent ${pupil_id} ${party} ${channel}`),
    pupil_id,
    party,
    channel,
    answer: yes ? 'given' : 'refused',
    given_by: party === 'representative' ? pupil.by : null,
    relation: party === 'representative' ? pupil.relation : null,
  });
  const family = one.asked.map((channel) => answer('representative', channel, !pupil.no?.includes(channel)));
  if (!isAsked(pupil) || pupil.child === 'unasked') return family;
  return [
    ...family,
    ...one.asked.map((channel) => answer('child', channel, !(pupil.child === 'no-social' && channel === 'social'))),
  ];
}
