import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type CheckPattern, findWords, guardedPhrase, linesOf, picturesLacking } from './article-checks.ts';
import type { ArticleContent } from './article-content.ts';

/** The patterns as the migration lays them down: what is tested is what is used. */
const migration = readFileSync(path.join(import.meta.dirname, '../db/migrations/202611240825-checks.sql'), 'utf8');
const row = /^ {2}\('([\w-]+)', '([\w-]+)', '((?:[^']|'')*)', (null|'(?:[^']|'')*'), '(stop|warn)'/gm;
const patterns = [...migration.matchAll(row)].map(
  ([, code, kind, pattern, repair, severity]): CheckPattern => ({
    code: code!,
    kind: kind as CheckPattern['kind'],
    pattern: pattern!,
    repair: repair === 'null' ? null : repair!.slice(1, -1),
    severity: severity as 'stop' | 'warn',
  }),
);

const found = (text: string) =>
  findWords([{ block: 0, text }], patterns).map(({ code, words, repair }) => ({ code, words, repair }));
const codes = (text: string) => found(text).map((f) => f.code);

describe('words that hold a text back or make one look again', () => {
  test('the patterns of the migration are all read', () => assert.ok(patterns.length >= 20));

  test('personal data is found in the ways people write it', () => {
    assert.deepEqual(codes('Số định danh: 001 205 012 345'), ['identity-number']);
    assert.deepEqual(codes('Liên hệ cô Hà: 0912 345 678 hoặc +84 912.345.678'), ['phone', 'phone']);
    assert.deepEqual(codes('Số tài khoản: 1903 5678 9012'), ['bank-account']);
    assert.deepEqual(codes('Em Lò Thị Mây, sinh ngày 12/5/2015, vượt khó học giỏi.'), ['child-birthday']);
    assert.deepEqual(codes('Em Lò Thị Mây, học sinh lớp 7A1 đạt giải Nhất.'), ['child-class']);
    assert.deepEqual(codes('Cháu Vàng A Pó không may mắc bệnh tim bẩm sinh.'), ['child-health']);
    assert.deepEqual(codes('Em Giàng Thị Súa mồ côi cha từ nhỏ.'), ['child-family']);
  });

  test('figures, years and telephone numbers of an office are no personal data', () => {
    for (const text of [
      'Năm học 2026-2027 toàn tỉnh có 123.456 học sinh.',
      'Kinh phí 1.234.567.890 đồng, giai đoạn 2025-2030.',
      'Điện thoại Văn phòng Sở: 0218 3852 123.',
      'Học sinh lớp 7A1 dọn vệ sinh sân trường.',
      'Các em học sinh khối lớp 9 thi thử lần 1.',
    ])
      assert.deepEqual(codes(text), [], text);
  });

  test('a stamp is a secrecy mark, the words in running text are none', () => {
    assert.deepEqual(codes('MẬT'), ['mark']);
    assert.deepEqual(codes('Độ mật: Tối mật'), ['mark']);
    assert.deepEqual(codes('Cán bộ được tập huấn về bảo vệ bí mật nhà nước.'), []);
  });

  test('glitches come with what would stand there instead, in the case of the writer', () => {
    assert.deepEqual(found('Công tác viên của trường'), [
      { code: 'cong-tac-vien', words: 'Công tác viên', repair: 'Cộng tác viên' },
    ]);
    assert.deepEqual(found('các trƣờng')[0], { code: 'horned-u', words: 'ƣ', repair: 'ư' });
    assert.deepEqual(found('Đây mạnh phong trào')[0]?.repair, 'Đẩy mạnh');
    assert.deepEqual(found('Xin chào , các em')[0]?.repair, 'o,');
    assert.deepEqual(codes('Công tác truyền thông của đơn vị'), []);
    assert.deepEqual(codes('Công tác viện trợ quốc tế'), []);
  });

  test('fonts, code pages and signs of numbers that went wrong are named with what was meant', () => {
    assert.deepEqual(found('VĂN PHÕNG SỞ')[0], { code: 'tilde-o', words: 'PHÕNG', repair: 'PHÒNG' });
    assert.deepEqual(found('phong trào ỘHai tốtỢ')[0]?.repair, '“Hai tốt”');
    assert.deepEqual(found('Chỉ thị 16/CT – TTg')[0]?.repair, '16/CT-TTg');
    assert.deepEqual(codes('Chỉ thị 16/CT-TTg, Võ Thị Sáu, PHONG TRÀO'), []);
  });

  test('tones placed both ways in one text are named once, in the spelling of papers', () => {
    assert.deepEqual(found('Văn hoá đọc ở xã Hòa Bình, thuỷ lợi'), [
      { code: 'mixed-tones', words: 'hoá, Hòa', repair: 'hóa' },
    ]);
    assert.deepEqual(codes('Văn hoá, thuỷ lợi, quý vị'), []);
    assert.deepEqual(codes('Văn hóa, thủy lợi, quý vị'), []);
  });

  test('the same slip a hundred times is named five times', () => {
    assert.equal(codes('đây mạnh '.repeat(100)).length, 5);
  });

  test('hostile text does not keep the patterns busy', () => {
    const began = performance.now();
    findWords(
      [{ block: 0, text: `em ${'A'.repeat(50_000)} ${'0 '.repeat(50_000)}${'Em Lò '.repeat(20_000)}` }],
      patterns,
    );
    assert.ok(performance.now() - began < 3_000);
  });
});

describe('guards', () => {
  test('a name is found whatever the spelling of its tone and case, and without any marks', () => {
    for (const text of ['Cô giáo Trần Thị Hoà dạy lớp 5', 'cô TRẦN THỊ HÒA', 'co Tran Thi Hoa.'])
      assert.equal(guardedPhrase(text, ['Trần Thị Hòa']), 'Trần Thị Hòa', text);
  });

  test('another name is another name', () => {
    assert.equal(guardedPhrase('Cô Trần Thị Hoa', ['Trần Thị Hòa']), undefined);
    assert.equal(guardedPhrase('Cô Trần Thị Hường', ['Trần Thị Hương']), undefined);
    assert.equal(guardedPhrase('Ông Trần Thị Hòan', ['Trần Thị Hòa']), undefined);
  });

  test('signs that nobody sees hide neither a name nor a number', () => {
    for (const sign of ['\u200b', '\u00ad', '\u202e', '\u2060', '\ufeff']) {
      assert.equal(guardedPhrase(`Cô Trần Thị H${sign}òa`, ['Trần Thị Hòa']), 'Trần Thị Hòa');
      const line = { block: 0, text: `Số 0123${sign}45678901` };
      assert.ok(
        findWords([line], patterns).some((one) => one.code === 'identity-number'),
        `U+${sign.codePointAt(0)!.toString(16)}`,
      );
    }
  });

  test('signs between the words do not hide them, an empty phrase holds nothing', () => {
    assert.equal(guardedPhrase('Trần-Thị "Hòa"', ['', 'Trần Thị Hòa']), 'Trần Thị Hòa');
    assert.equal(guardedPhrase('Bất kỳ', ['']), undefined);
  });
});

test('lines of lists, tables and captions name the block they stand in', () => {
  const words = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });
  const content: ArticleContent = {
    type: 'doc',
    content: [
      words('Một'),
      { type: 'bulletList', content: [{ type: 'listItem', content: [words('Hai'), words('Ba')] }] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [words('Bốn')] }] }],
      },
    ],
  };
  assert.deepEqual(linesOf('Tựa', '', content), [
    { block: null, text: 'Tựa' },
    { block: 0, text: 'Một' },
    { block: 1, text: 'Hai' },
    { block: 1, text: 'Ba' },
    { block: 2, text: 'Bốn' },
  ]);
});

test('pictures without words say which are missing', () => {
  const picture = (alt: string, credit: string) => ({
    type: 'picture' as const,
    attrs: { mediaId: 'm', cutId: `${alt}${credit}` || 'bare', caption: '', credit, alt },
  });
  const content: ArticleContent = {
    type: 'doc',
    content: [picture('Sân trường', 'Ảnh: Nhà trường'), picture('', ' ')],
  };
  assert.deepEqual(picturesLacking(content), [{ cutId: ' ', alt: true, credit: true }]);
});
