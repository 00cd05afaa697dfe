/**
 * What the columns of a plan's tables mean, by the words of their headers (folded). The first pattern that fits decides:
 * "Thời gian thực hiện" is a time, "Đơn vị thực hiện" is who leads, "Đơn vị" alone is an actor.
 * Evidence: matrices of ministry, province and school plans, monthly tables of schools, duty tables.
 */
export type Column =
  | 'no'
  | 'price'
  | 'count'
  | 'time'
  | 'coordinating'
  | 'channel'
  | 'audience'
  | 'place'
  | 'note'
  | 'budget'
  | 'lead'
  | 'duty'
  | 'detail'
  | 'product'
  | 'form'
  | 'theme'
  | 'area'
  | 'actor'
  | 'period'
  | 'unit'
  | 'total'
  | 'content'
  | 'purpose'
  | 'requirement'
  | 'solution';

export const COLUMN_WORDS: [Column, RegExp][] = [
  ['no', /^(?:tt|stt|s tt|s\.tt|so tt|so thu tu|no|tt\.)\.?$/],
  ['unit', /^(?:don vi tinh|dvt|dv tinh)$/],
  ['total', /^(?:ca nam|tong(?: cong| so| ca nam)?|cong|tong so luong|ca nam hoc)$/],
  ['price', /\bdon gia\b|\bthanh tien\b|\bso tien\b/],
  [
    'time',
    /\bthoi gian\b|\btien do\b|\bthoi han\b|\bthoi diem\b|^(?:thang|tuan|ngay|quy|hoc ky|giai doan)\b|\bhoan thanh\b|^lich\b/,
  ],
  ['coordinating', /^(?!.*\bchu tri\b).*(?:\bphoi hop\b|\bho tro\b)/],
  ['channel', /\bkenh\b|\bnoi dang\b|\bdang,? phat\b|\bdang tai\b|\bphuong tien\b/],
  ['place', /\bdia diem\b|\bnoi thuc hien\b/],
  ['note', /^ghi chu\b/],
  ['audience', /^doi tuong\b(?!.*thuc hien)/],
  ['budget', /\bkinh phi\b|\bdu toan\b|\bnguon luc\b/],
  [
    'lead',
    /\bchu tri\b|\bphu trach\b|\bdau moi\b|^(?:don vi|bo phan|nguoi|co quan|luc luong|to chuc|ca nhan|thanh phan|doi tuong)[^:]*\b(?:thuc hien|trien khai|tham muu)\b|^(?:thuc hien|phan cong|phan cong thuc hien|nguoi lam)$/,
  ],
  ['duty', /\bnhiem vu\b|\btrach nhiem\b|\bcong viec duoc giao\b|\bnoi dung phan cong\b/],
  ['form', /^(?!.*\bsan pham\b).*\b(?:hinh thuc|phuong thuc|cach thuc)\b/],
  ['product', /\bsan pham\b|\bket qua\b|\bdau ra\b|\bloai hinh\b|\bthe loai\b/],
  ['count', /\bso luong\b|\bchi tieu\b|\bdinh muc\b/],
  ['theme', /^(?:chu de|chu diem|ten chuyen de|thong diep)\b/],
  ['area', /\blinh vuc\b|^nhom\b|^mang\b|^(?:cap|bac) hoc\b/],
  [
    'actor',
    /^(?:don vi|bo phan|ca nhan|ho va ten|ho ten|ho, ten|thanh vien|thanh phan|chuc vu|chuc danh|to chuc|co quan|luc luong)\b/,
  ],
  ['purpose', /^muc dich\b|^muc tieu\b/],
  ['requirement', /^yeu cau\b/],
  ['solution', /^(?:giai phap|bien phap)\b/],
  [
    'content',
    /\bnoi dung\b|\bhoat dong\b|\bcong viec\b|\bviec\b|\bchuyen muc\b|\btruyen thong\b|\btuyen truyen\b|\bsu kien\b/,
  ],
];
