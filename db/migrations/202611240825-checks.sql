-- What a text is checked for before approval. A pattern is a regular expression (JavaScript, flag u; (?i:…) where case does not matter) over one
-- paragraph; a repair replaces the whole match ($1 … stand for its groups).
alter table check_patterns add column repair text;

insert into check_patterns (code, kind, pattern, repair, severity, valid_from, source) values
  ('identity-number', 'personal-data', '(?<![\d.,])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d.,]?\d)', null, 'stop', '2021-07-01', 'Thông tư 59/2021/TT-BCA: số định danh cá nhân gồm 12 chữ số'),
  ('phone', 'personal-data', '(?<![\d.,])(?:\+84|0)[ .-]?(?:3|5|7|8|9)\d(?:[ .-]?\d){7}(?![\d.,]?\d)', null, 'warn', '2018-09-15', 'Quy hoạch kho số viễn thông: số di động 10 chữ số'),
  ('bank-account', 'personal-data', '(?i:số tài khoản|stk)\s*:?\s*\d[\d .-]{6,22}\d', null, 'warn', '2026-01-01', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15'),
  ('child-birthday', 'personal-data', '(?i:em|cháu|bé|học sinh)\s+\p{Lu}[^.,;]{2,40}[,;]?\s*(?:sinh ngày|sinh)\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}', null, 'stop', '2017-07-01', 'Nghị định 56/2017/NĐ-CP Điều 33: bí mật đời sống riêng tư của trẻ em'),
  ('child-class', 'personal-data', '(?i:em|cháu|bé|học sinh)\s+(?:\p{Lu}\p{Ll}*\s+){1,4}\p{Lu}\p{Ll}*[,;]?\s*\(?(?:học sinh\s+)?lớp\s+\d{1,2}\s?[A-ZĐ]?\d{0,2}', null, 'warn', '2017-07-01', 'Nghị định 56/2017/NĐ-CP Điều 33: trường, lớp của trẻ em'),
  ('child-health', 'personal-data', '(?i:em|cháu|bé)\s+(?:\p{Lu}\p{Ll}*\s+){0,4}\p{Lu}\p{Ll}*[^.]{0,60}(?:bị bệnh|mắc bệnh|khuyết tật|tự kỷ|ung thư|trầm cảm|nhiễm HIV)', null, 'stop', '2017-07-01', 'Nghị định 56/2017/NĐ-CP Điều 33: tình trạng sức khỏe của trẻ em'),
  ('child-family', 'personal-data', '(?i:em|cháu|bé)\s+(?:\p{Lu}\p{Ll}*\s+){0,4}\p{Lu}\p{Ll}*[^.]{0,60}(?:mồ côi|hộ nghèo|bố mẹ ly hôn|cha mẹ ly hôn|bố mẹ ly dị)', null, 'warn', '2017-07-01', 'Nghị định 56/2017/NĐ-CP Điều 33: đặc điểm gia đình, tài sản'),
  ('home-address', 'personal-data', '(?i:nhà ở tại|địa chỉ nhà|trú tại|thường trú tại)\s+[^.;]{5,80}', null, 'warn', '2026-01-01', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15'),
  ('sealed-exam', 'secrecy', '(?i:đề thi|đáp án)\s+(?i:chính thức|dự phòng)\s+(?:chưa công bố|chưa sử dụng|còn niêm phong)', null, 'stop', '2026-01-01', 'Luật Bảo vệ bí mật nhà nước: đề thi, đáp án chưa công khai'),
  ('horned-u', 'glitch', 'ƣ', 'ư', 'warn', '2020-03-05', 'Chữ lấy từ tệp PDF: ƣ thay cho ư'),
  ('horned-u-capital', 'glitch', 'Ƣ', 'Ư', 'warn', '2020-03-05', 'Chữ lấy từ tệp PDF: ƣ thay cho ư'),
  ('eth-capital', 'glitch', 'Ð(?=\p{L})', 'Đ', 'warn', '2020-03-05', 'Phông chữ cũ: Ð thay cho Đ'),
  ('eth', 'glitch', 'ð(?=\p{L})', 'đ', 'warn', '2020-03-05', 'Phông chữ cũ: Ð thay cho Đ'),
  ('cong-portal', 'glitch', '(?<!\p{L})([Cc])ông thông tin điện tử', '$1ổng thông tin điện tử', 'warn', '2020-03-05', 'Lỗi nhận dạng thường gặp'),
  ('day-manh', 'glitch', '(?<!\p{L})([Đđ])ây mạnh(?!\p{L})', '$1ẩy mạnh', 'warn', '2020-03-05', 'Lỗi nhận dạng thường gặp'),
  ('thong-ke', 'glitch', '(?<!\p{L})([Tt])hông kê(?!\p{L})', '$1hống kê', 'warn', '2020-03-05', 'Lỗi nhận dạng thường gặp'),
  ('cong-tac-vien', 'glitch', '(?<!\p{L})([Cc])ông tác viên(?!\p{L})', '$1ộng tác viên', 'warn', '2020-03-05', 'Lỗi gõ thường gặp'),
  ('long-ghep', 'glitch', '(?<!\p{L})([Ll])òng ghép(?!\p{L})', '$1ồng ghép', 'warn', '2020-03-05', 'Lỗi gõ thường gặp'),
  ('bao-tri', 'glitch', '(?<!\p{L})([Bb])áo trí(?!\p{L})', '$1áo chí', 'warn', '2020-03-05', 'Lỗi gõ thường gặp'),
  ('wrong-page', 'glitch', '(?<!\p{L})(?i:chắnh|lắ|tắn|nhắ)(?!\p{L})', null, 'warn', '2020-03-05', 'Sai bảng mã: ắ thay cho í'),
  ('tilde-o', 'glitch', '(?<!\p{L})(H|PH|TR|L|V|T)Õ(A|NG)(?!\p{L})', '$1Ò$2', 'warn', '2020-03-05', 'Bảng phông của tệp PDF: Õ thay cho Ò'),
  ('wrong-quotes', 'glitch', '(?<!\p{L})Ộ(?=\p{L}{2,})([^Ợ]{2,80})Ợ(?!\p{L})', '“$1”', 'warn', '2020-03-05', 'Sai bảng mã: Ộ, Ợ thay cho dấu ngoặc kép'),
  ('number-dash', 'glitch', '(\d+/[A-ZĐ]{2,5})(?: +[–—-] *| *[–—] *|- +)([A-ZĐ][\p{L}]+)', '$1-$2', 'warn', '2020-03-05', 'Nghị định 30/2020/NĐ-CP: số, ký hiệu viết liền, dấu gạch nối'),
  ('double-space-mark', 'glitch', '(\p{L})\s+([,;:!?])(?=\s|$)', '$1$2', 'warn', '2020-03-05', 'Nghị định 30/2020/NĐ-CP: dấu câu viết liền chữ đứng trước');

-- The eight smallest hashes of a text's shingles, by which a near copy is found among millions with one index.
create table article_sketches (
  article_id uuid primary key references articles (id) on delete cascade,
  sketch bigint[] not null,
  -- How many different shingles the text has: two texts of very different length are no copies.
  shingles int not null,
  -- Of exactly which words: the same text handed in, approved and published is looked at once.
  content_hash text not null
);
create index article_sketches_gin on article_sketches using gin (sketch);
