-- What consent rests on beside its rows: the day on which a school year ends, and the words every unit begins with.

-- The last day of a school year, where no confirmed entry of the calendar says otherwise.
create table consent_year_ends (
  -- Holds for school years that start in this year or later, until a later row.
  from_school_year int not null primary key,
  month int not null check (month between 1 and 12),
  day int not null check (day between 1 and 31),
  source text not null
);
insert into consent_year_ends values
  (2015, 5, 31, 'Khung kế hoạch thời gian năm học hằng năm của Bộ Giáo dục và Đào tạo: kết thúc năm học trước ngày 31/5');

-- Pupils by their class, those who left last; a unit's pupils for marking.
create index pupils_unit on pupils (unit_id, left_on, class_id);

insert into consent_wordings (id, unit_id, path, number, purpose, words, child_words, valid_from)
select overlay(overlay(md5('consent-wording:1:' || purpose) placing '8' from 13) placing '8' from 17)::uuid, null, null, 1, purpose, words, child_words, '2026-01-01'::date
from (values
  ('news',
   'Tôi đồng ý để nhà trường chụp và sử dụng hình ảnh của con tôi khi đưa tin về học tập, sinh hoạt và các hoạt động của trường, trên từng kênh được đánh dấu dưới đây. Tôi được biết: hình ảnh không dùng để quảng cáo; sự đồng ý có giá trị đến hết năm học; tôi có thể rút lại bất cứ lúc nào mà không ảnh hưởng đến việc học của con; khi rút lại, nhà trường trả lời trong 02 ngày làm việc, gỡ hình ảnh và báo cho nơi đã nhận (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; Luật Trẻ em năm 2016, Điều 21).',
   'Em đồng ý để nhà trường dùng ảnh có em khi kể chuyện về trường, lớp trên những kênh em đánh dấu. Em có thể đổi ý bất cứ lúc nào, chỉ cần nói với thầy cô hoặc bố mẹ.'),
  ('contest',
   'Tôi đồng ý để nhà trường dùng hình ảnh, sản phẩm của con tôi khi tham gia các cuộc thi, triển lãm do ngành giáo dục hoặc cơ quan phối hợp tổ chức, trên từng kênh được đánh dấu.',
   'Em đồng ý để ảnh hoặc sản phẩm của em được gửi đi dự thi, trưng bày.'),
  ('teaching',
   'Tôi đồng ý để nhà trường dùng hình ảnh của con tôi trong tài liệu dạy học, tập huấn của ngành giáo dục, trên từng kênh được đánh dấu.',
   'Em đồng ý để ảnh có em được dùng trong bài giảng, tài liệu của thầy cô.')
) as w (purpose, words, child_words);
