-- Days that are not like others: holidays, days off in their stead, worked weekends, events of the school year, exams.
create table calendar_days (
  id uuid primary key,
  -- Null is the nation; otherwise it holds for the unit and everything below it.
  unit_id uuid references units (id),
  kind text not null check (kind in ('holiday', 'compensation', 'working-day', 'school-event', 'exam', 'observance')),
  name text not null check (name <> ''),
  first_on date not null,
  last_on date not null,
  -- The document that says so, as it is cited; a draft may say how the day was found.
  source text not null check (source <> ''),
  state text not null check (state in ('draft', 'confirmed')),
  confirmed_by uuid references people (id),
  confirmed_at timestamptz,
  -- A later version of the same entry, or the moment it was taken out: the old row stays as it was.
  replaced_by uuid references calendar_days (id),
  ended_at timestamptz,
  recorded_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  check (last_on >= first_on and last_on < first_on + 400)
);
create index calendar_days_days on calendar_days (last_on, first_on) where ended_at is null;
create index calendar_days_unit on calendar_days (unit_id, first_on) where ended_at is null;

-- Fixed days of the Labour Code are facts; what needs the yearly decision of an authority is confirmed where its document is
-- known, and a draft where the day was computed. Nobody is reminded on a draft holiday; legal clocks count confirmed ones only.
insert into calendar_days (id, kind, name, first_on, last_on, source, state)
select overlay(overlay(md5('calendar:' || kind || ':' || first_on) placing '8' from 13) placing '8' from 17)::uuid, kind, name, first_on::date, last_on::date, source, state
from (values
  ('holiday', 'Tết Dương lịch', '2026-01-01', '2026-01-01', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Tết Nguyên đán Bính Ngọ', '2026-02-16', '2026-02-20', 'Tính theo âm lịch (mùng Một là 17/02/2026) và Bộ luật Lao động số 45/2019/QH14, Điều 112; chờ đối chiếu văn bản nghỉ Tết của năm', 'draft'),
  ('holiday', 'Giỗ Tổ Hùng Vương', '2026-04-26', '2026-04-26', 'Mùng Mười tháng Ba âm lịch; Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('compensation', 'Nghỉ bù Giỗ Tổ Hùng Vương', '2026-04-27', '2026-04-27', 'Ngày nghỉ trùng Chủ nhật; Bộ luật Lao động số 45/2019/QH14, Điều 111 khoản 3', 'confirmed'),
  ('holiday', 'Ngày Chiến thắng', '2026-04-30', '2026-04-30', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Ngày Quốc tế lao động', '2026-05-01', '2026-05-01', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Quốc khánh', '2026-09-02', '2026-09-02', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Quốc khánh (ngày liền kề)', '2026-09-01', '2026-09-01', 'Bộ luật Lao động số 45/2019/QH14, Điều 112: 02 ngày, ngày liền kề trước hoặc sau do Thủ tướng Chính phủ quyết định hằng năm', 'draft'),
  ('holiday', 'Ngày Văn hóa Việt Nam', '2026-11-24', '2026-11-24', 'Chủ trương từ tháng 01/2026 về ngày nghỉ hưởng nguyên lương; chờ đối chiếu văn bản sửa đổi Bộ luật Lao động', 'draft'),
  ('holiday', 'Tết Dương lịch', '2027-01-01', '2027-01-01', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Tết Nguyên đán Đinh Mùi', '2027-02-05', '2027-02-09', 'Tính theo âm lịch (mùng Một là 06/02/2027); chờ văn bản nghỉ Tết của năm', 'draft'),
  ('compensation', 'Nghỉ bù Tết Nguyên đán Đinh Mùi', '2027-02-10', '2027-02-11', 'Hai ngày Tết trùng thứ Bảy, Chủ nhật; chờ văn bản nghỉ Tết của năm', 'draft'),
  ('holiday', 'Giỗ Tổ Hùng Vương', '2027-04-16', '2027-04-16', 'Mùng Mười tháng Ba âm lịch; Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Ngày Chiến thắng', '2027-04-30', '2027-04-30', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Ngày Quốc tế lao động', '2027-05-01', '2027-05-01', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('compensation', 'Nghỉ bù Ngày Quốc tế lao động', '2027-05-03', '2027-05-03', 'Ngày nghỉ trùng thứ Bảy; Bộ luật Lao động số 45/2019/QH14, Điều 111 khoản 3', 'confirmed'),
  ('holiday', 'Quốc khánh', '2027-09-02', '2027-09-02', 'Bộ luật Lao động số 45/2019/QH14, Điều 112', 'confirmed'),
  ('holiday', 'Quốc khánh (ngày liền kề)', '2027-09-03', '2027-09-03', 'Bộ luật Lao động số 45/2019/QH14, Điều 112: 02 ngày, ngày liền kề trước hoặc sau do Thủ tướng Chính phủ quyết định hằng năm', 'draft'),
  ('holiday', 'Ngày Văn hóa Việt Nam', '2027-11-24', '2027-11-24', 'Chủ trương từ tháng 01/2026 về ngày nghỉ hưởng nguyên lương; chờ đối chiếu văn bản sửa đổi Bộ luật Lao động', 'draft'),
  ('observance', 'Ngày Nhà giáo Việt Nam', '2026-11-20', '2026-11-20', 'Quyết định số 167-HĐBT ngày 28/9/1982 của Hội đồng Bộ trưởng', 'confirmed'),
  ('observance', 'Ngày Nhà giáo Việt Nam', '2027-11-20', '2027-11-20', 'Quyết định số 167-HĐBT ngày 28/9/1982 của Hội đồng Bộ trưởng', 'confirmed'),
  ('school-event', 'Khai giảng năm học 2026-2027', '2026-09-05', '2026-09-05', 'Theo nếp hằng năm (05/9); chờ đối chiếu khung kế hoạch thời gian năm học', 'draft'),
  ('school-event', 'Kết thúc học kỳ I năm học 2026-2027', '2027-01-16', '2027-01-16', 'Dự kiến theo nếp hằng năm; chờ đối chiếu khung kế hoạch thời gian năm học', 'draft'),
  ('school-event', 'Kết thúc năm học 2026-2027', '2027-05-31', '2027-05-31', 'Theo nếp hằng năm (trước 31/5); chờ đối chiếu khung kế hoạch thời gian năm học', 'draft')
) as d (kind, name, first_on, last_on, source, state);
