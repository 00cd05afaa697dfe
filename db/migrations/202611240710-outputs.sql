-- What units really made: articles, broadcasts, events …, recorded once and used as often as needed (quotas, targets, lists).
create table outputs (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- The team of the unit that made it, and the author as named there.
  team_id uuid references units (id),
  author_name text,
  counts text not null check (counts in ('unit-article', 'newspaper-article', 'broadcast', 'social-post', 'photo-set', 'video', 'bulletin', 'event', 'training', 'other')),
  genre text,
  title text not null,
  -- Where it can be seen, and the same address in one spelling, by which duplicates are joined.
  url text,
  url_key text,
  outlet text,
  -- The day it counts on where a moment has no day of its own: published, broadcast, held.
  made_on date not null,
  -- The four moments at which an item may count towards a quota.
  sent_on date,
  approved_on date,
  published_on date,
  picked_on date,
  picked_by uuid references units (id),
  source text not null check (source in ('pasted', 'feed', 'typed', 'newsroom')),
  -- What another module has that this was made from: (kind, id).
  origin_kind text,
  origin_id uuid,
  file_id uuid references files (id),
  -- A copy of the page as it stood when the address was recorded.
  snapshot_id uuid references files (id),
  capture_state text check (capture_state in ('waiting', 'captured', 'refused')),
  -- What the page said of itself, or why it could not be read.
  capture jsonb,
  -- Whether it counts: not before title and day are known, from the page or from a person.
  stands boolean not null default true,
  -- Folded text as a hash: the same words at another address.
  text_key text,
  joined_to uuid references outputs (id),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  recorded_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  tsv tsvector
);
create index outputs_list on outputs (path, made_on desc, id desc);
create index outputs_unit on outputs (unit_id, made_on desc, id desc);
-- A list over a wide part of the tree is read along the days.
create index outputs_day on outputs (made_on desc, id desc);
create unique index outputs_url_once on outputs (unit_id, url_key) where url_key is not null and joined_to is null and withdrawn_at is null;
create index outputs_url on outputs (url_key) where url_key is not null;
create index outputs_text on outputs (unit_id, text_key) where text_key is not null;
create unique index outputs_origin on outputs (origin_kind, origin_id) where origin_id is not null;
create index outputs_tsv on outputs using gin (tsv);

-- How many items a unit has, by month and by the four moments; rows with a team are parts of the unit's own row, which has
-- the zero id. Moved by each write of an output, compared with a full count every night.
create table output_counts (
  unit_id uuid not null references units (id),
  team_id uuid not null default '00000000-0000-0000-0000-000000000000',
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  counts text not null,
  sent int not null default 0,
  approved int not null default 0,
  published int not null default 0,
  picked int not null default 0,
  primary key (unit_id, month, counts, team_id)
);

-- What the figures above would be if they were counted now.
create or replace function counted_outputs(of_unit uuid default null)
returns table (unit_id uuid, team_id uuid, month text, counts text, sent bigint, approved bigint, published bigint, picked bigint)
language sql stable as $$
  select o.unit_id, t.team_id, to_char(m.day, 'YYYY-MM'), o.counts,
    count(*) filter (where m.moment = 'sent'), count(*) filter (where m.moment = 'approved'),
    count(*) filter (where m.moment = 'published'), count(*) filter (where m.moment = 'picked')
  from outputs o
  cross join lateral (values ('sent', o.sent_on), ('approved', o.approved_on), ('published', o.published_on), ('picked', o.picked_on)) m (moment, day)
  cross join lateral (
    select '00000000-0000-0000-0000-000000000000'::uuid as team_id
    union all select o.team_id where o.team_id is not null) t
  where o.stands and o.joined_to is null and o.withdrawn_at is null and m.day is not null
    and (of_unit is null or o.unit_id = of_unit)
  group by 1, 2, 3, 4
$$;

-- Whether an address belongs to the press: host (and the hosts below it), what is counted, since when we know it.
create table press_outlets (
  host text not null,
  name text not null,
  kind text not null check (kind in ('newspaper', 'radio', 'tv')),
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (host, valid_from)
);
insert into press_outlets (host, name, kind, valid_from, source)
select host, name, kind, date '2025-07-01', 'Tên miền do cơ quan báo chí công bố trên trang của mình'
from (values
  ('nhandan.vn', 'Báo Nhân Dân', 'newspaper'),
  ('qdnd.vn', 'Báo Quân đội nhân dân', 'newspaper'),
  ('cand.com.vn', 'Báo Công an nhân dân', 'newspaper'),
  ('chinhphu.vn', 'Báo Điện tử Chính phủ', 'newspaper'),
  ('giaoducthoidai.vn', 'Báo Giáo dục và Thời đại', 'newspaper'),
  ('giaoduc.net.vn', 'Tạp chí điện tử Giáo dục Việt Nam', 'newspaper'),
  ('vietnamplus.vn', 'VietnamPlus', 'newspaper'),
  ('baotintuc.vn', 'Báo Tin tức', 'newspaper'),
  ('tuoitre.vn', 'Báo Tuổi Trẻ', 'newspaper'),
  ('thanhnien.vn', 'Báo Thanh Niên', 'newspaper'),
  ('tienphong.vn', 'Báo Tiền Phong', 'newspaper'),
  ('laodong.vn', 'Báo Lao Động', 'newspaper'),
  ('nld.com.vn', 'Báo Người Lao Động', 'newspaper'),
  ('vnexpress.net', 'Báo VnExpress', 'newspaper'),
  ('vietnamnet.vn', 'Báo VietNamNet', 'newspaper'),
  ('dantri.com.vn', 'Báo Dân trí', 'newspaper'),
  ('sggp.org.vn', 'Báo Sài Gòn Giải Phóng', 'newspaper'),
  ('hanoimoi.vn', 'Báo Hànộimới', 'newspaper'),
  ('kinhtedothi.vn', 'Báo Kinh tế và Đô thị', 'newspaper'),
  ('suckhoedoisong.vn', 'Báo Sức khỏe và Đời sống', 'newspaper'),
  ('phunuvietnam.vn', 'Báo Phụ nữ Việt Nam', 'newspaper'),
  ('daidoanket.vn', 'Báo Đại Đoàn Kết', 'newspaper'),
  ('baophapluat.vn', 'Báo Pháp luật Việt Nam', 'newspaper'),
  ('plo.vn', 'Báo Pháp luật TP Hồ Chí Minh', 'newspaper'),
  ('vneconomy.vn', 'Tạp chí Kinh tế Việt Nam', 'newspaper'),
  ('baovanhoa.vn', 'Báo Văn Hóa', 'newspaper'),
  ('baohaiphong.vn', 'Báo Hải Phòng', 'newspaper'),
  ('baodanang.vn', 'Báo Đà Nẵng', 'newspaper'),
  ('baocantho.com.vn', 'Báo Cần Thơ', 'newspaper'),
  ('baonghean.vn', 'Báo Nghệ An', 'newspaper'),
  ('baothanhhoa.vn', 'Báo Thanh Hóa', 'newspaper'),
  ('baoquangninh.vn', 'Báo Quảng Ninh', 'newspaper'),
  ('baolaocai.vn', 'Báo Lào Cai', 'newspaper'),
  ('baothainguyen.vn', 'Báo Thái Nguyên', 'newspaper'),
  ('baobacninhtv.vn', 'Báo và Phát thanh, truyền hình Bắc Ninh', 'newspaper'),
  ('baosonla.vn', 'Báo Sơn La', 'newspaper'),
  ('baohatinh.vn', 'Báo Hà Tĩnh', 'newspaper'),
  ('baolamdong.vn', 'Báo Lâm Đồng', 'newspaper'),
  ('baogialai.com.vn', 'Báo Gia Lai', 'newspaper'),
  ('baodaklak.vn', 'Báo Đắk Lắk', 'newspaper'),
  ('baodongnai.com.vn', 'Báo Đồng Nai', 'newspaper'),
  ('baocamau.vn', 'Báo Cà Mau', 'newspaper'),
  ('vov.vn', 'Đài Tiếng nói Việt Nam', 'radio'),
  ('voh.com.vn', 'Đài Tiếng nói nhân dân TP Hồ Chí Minh', 'radio'),
  ('vtv.vn', 'Đài Truyền hình Việt Nam', 'tv'),
  ('vtcnews.vn', 'VTC News', 'newspaper'),
  ('quochoitv.vn', 'Truyền hình Quốc hội Việt Nam', 'tv'),
  ('htv.com.vn', 'Đài Truyền hình TP Hồ Chí Minh', 'tv')
) known (host, name, kind);

-- A site that a unit keeps already: its feed or sitemap is read on a clock, and what it lists becomes the unit's items.
create table site_feeds (
  id uuid primary key,
  unit_id uuid not null references units (id),
  path text collate "C" not null,
  -- As the person gave it, and the feed that was found behind it.
  site_url text not null,
  url text,
  host text not null,
  kind text check (kind in ('rss', 'atom', 'sitemap')),
  title text,
  state text not null default 'active' check (state in ('active', 'paused', 'stopped')),
  counts text not null default 'unit-article',
  -- Items older than this day are not taken.
  since date not null,
  next_at timestamptz not null,
  interval_minutes int not null default 60 check (interval_minutes between 15 and 1440),
  etag text,
  last_modified text,
  -- Reads in a row that failed, and reads in a row that brought nothing new.
  failures int not null default 0,
  quiet int not null default 0,
  last_error text,
  last_read_at timestamptz,
  last_new_at timestamptz,
  taken int not null default 0,
  added_by uuid references people (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create unique index site_feeds_once on site_feeds (unit_id, site_url) where state <> 'stopped';
create index site_feeds_due on site_feeds (next_at) where state = 'active';
create index site_feeds_list on site_feeds (path, id);

-- What a feed has listed already: an item comes once, also after a person withdrew it.
create table feed_items (
  feed_id uuid not null references site_feeds (id) on delete cascade,
  url_key text not null,
  seen_at timestamptz not null default now(),
  primary key (feed_id, url_key)
);

-- One reader at a time for a host, and hosts that asked for a rest.
create table feed_hosts (
  host text primary key,
  busy_until timestamptz not null default '-infinity',
  closed_until timestamptz not null default '-infinity'
);
