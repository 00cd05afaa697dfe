import type { ChannelKind } from '#lib/plan-draft.ts';

export interface ChannelWord {
  kind: ChannelKind;
  /** Against text in lower case with marks; `^` is the start of a word. */
  pattern: string;
  /** Named elsewhere than in a part about channels it still counts (a body that only publishes does not). */
  anywhere: boolean;
}

/**
 * Words that name a channel. Evidence: channel parts of ministry, province, commune and school plans, and the list of
 * channels that the law names for public bodies (portal, pages on social networks, loudspeakers, bulletins).
 * The longer pattern first: at one place the first that fits wins.
 */
export const CHANNEL_WORDS: ChannelWord[] = [
  {
    kind: 'massMedia',
    pattern: '(?:các |những )?phương tiện (?:thông tin đại chúng|truyền thông đại chúng)',
    anywhere: true,
  },
  {
    kind: 'press',
    pattern:
      '(?:các )?cơ quan (?:báo chí,? )?thông tấn(?:,? (?:thông tấn|báo chí|phát thanh|truyền hình|và(?= (?:truyền hình|báo chí|phát thanh))))*',
    anywhere: true,
  },
  {
    kind: 'press',
    pattern:
      '(?:các )?cơ quan (?:báo chí|truyền thông)(?:,? (?:báo chí|phát thanh|truyền hình|truyền thông|và(?= (?:truyền hình|phát thanh))))*',
    anywhere: false,
  },
  // Newspaper and station of a province are one body since the mergers of 2025.
  { kind: 'press', pattern: 'báo và (?:đài )?phát thanh(?:,| -| và)? truyền hình', anywhere: true },
  {
    kind: 'portal',
    pattern: '(?:hệ thống )?(?:cổng|sổ) liên lạc(?: điện tử)?(?: (?:vnedu|smas|enetviet))?',
    anywhere: false,
  },
  { kind: 'portal', pattern: '(?:hệ thống )?c[ổô]ng (?:thông tin điện tử|ttđt|thông tin)', anywhere: true },
  {
    kind: 'website',
    pattern:
      '(?:hệ thống |các )?(?:trang )?(?:website|web site|trang web|trang thông tin điện tử|trang ttđt|trang tin điện tử|web)',
    anywhere: true,
  },
  { kind: 'fanpage', pattern: '(?:trang |các trang )?(?:fanpage|fan page|facebook)', anywhere: true },
  {
    kind: 'zalo',
    pattern: '(?:các |kênh )?(?:nhóm |group |trang |kênh )?zalo(?: oa| official account)?',
    anywhere: true,
  },
  { kind: 'social', pattern: '(?:kênh |trang )?(?:youtube|tiktok|instagram|tik tok)', anywhere: true },
  { kind: 'social', pattern: '(?:các )?(?:trang |nền tảng |kênh )?mạng xã hội', anywhere: false },
  { kind: 'bulletin', pattern: 'bản tin(?: thông báo nội bộ| điện tử| nội bộ| giáo dục)?', anywhere: true },
  { kind: 'email', pattern: '(?:hệ thống )?(?:thư điện tử|e-mail|email|hộp thư)', anywhere: false },
  {
    kind: 'radio',
    pattern:
      '(?:hệ thống |đài )?(?:loa |phát thanh |truyền thanh )?(?:truyền thanh|loa truyền thanh|loa phát thanh)(?: cơ sở| xã| phường| thông minh| thôn)?',
    anywhere: true,
  },
  {
    kind: 'radio',
    pattern: '(?:hệ thống )?loa(?! lớn)(?: (?:kéo|cầm tay|di động|lưu động|phóng thanh|phát thanh|thôn|xã|phường))?',
    anywhere: false,
  },
  {
    kind: 'tv',
    pattern: '(?:các )?(?:đài )(?:phát thanh(?: và| -|,)? truyền hình|truyền hình|pt-th|ptth|pt&th)',
    anywhere: true,
  },
  {
    kind: 'radio',
    pattern:
      '(?:chương trình |buổi |hệ thống )?(?:đài phát thanh|phát thanh (?:măng non|học đường))|hệ thống phát thanh',
    anywhere: true,
  },
  {
    kind: 'press',
    pattern: 'các báo(?:,? đài)?(?= (?:trung ương|địa phương|,|và|của|trong))|các báo,? đài',
    anywhere: true,
  },
  { kind: 'press', pattern: '(?<=trên (?:các )?)báo chí', anywhere: false },
  { kind: 'radio', pattern: 'hệ thống thông tin cơ sở', anywhere: true },
  { kind: 'press', pattern: 'báo in|báo điện tử|báo nói|báo hình|báo viết', anywhere: true },
  {
    kind: 'publication',
    pattern:
      'góc (?:tuyên truyền|cha mẹ|phụ huynh|truyền thông)|tờ rơi|tờ gấp|nội san|tập san|báo tường|báo ảnh|áp phích|pa[- ]?n[ôo]|băng rôn|băng zôn|khẩu hiệu|bảng tin|sổ tay|poster|ấn phẩm',
    anywhere: true,
  },
  {
    kind: 'direct',
    pattern:
      '(?:các )?(?:buổi |cuộc |tiết |giờ )?(?:họp (?:cha mẹ(?: học sinh| trẻ)?|phụ huynh(?: học sinh)?|thôn|bản|xóm|ấp|buôn|khu phố|khu dân cư|dân|hội đồng|giao ban|tổ dân phố|cmhs)|sinh hoạt (?:(?:tổ )?công đoàn|dưới cờ|lớp|chuyên môn|đội|cộng đồng|khu dân cư|tổ dân phố|câu lạc bộ|(?:đoàn thể|chi bộ|chi hội|chi đoàn|hội|đoàn)(?: (?:phụ nữ|nông dân|thanh niên|cựu chiến binh|khuyến học))?)|chào cờ(?: đầu tuần)?|tiếp xúc cử tri)|(?:trao đổi|gặp gỡ|tư vấn) trực tiếp(?: (?:trong|vào) giờ đón(?:,| và)? trả trẻ)?|tuyên truyền (?:miệng|lưu động)|tư vấn(?= tại (?:các )?trường)|đối thoại trực tiếp',
    anywhere: false,
  },
  { kind: 'event', pattern: 'ngày hội(?= [“"])', anywhere: true },
  {
    kind: 'event',
    pattern: '(?:các )?(?:hội nghị|hội thảo|tọa đàm|toạ đàm|hội thi|cuộc thi|ngày hội|diễn đàn)',
    anywhere: false,
  },
];

/** Newspapers and stations by name ("Báo Giáo dục và Thời đại", "Đài Truyền hình Việt Nam"): case matters. */
export const NAMED_PRESS = /(?<![\p{L}])(Tạp chí|Báo|Đài)\s+(?=\p{Lu})/gu;
