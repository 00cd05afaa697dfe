import { isIP } from 'node:net';
import * as z from 'zod';

/** One setting: what it is for, how it is read, and what a good value looks like, for the sentence about a bad one. */
interface Setting<S extends z.ZodType> {
  about: string;
  schema: S;
  must: { vi: string; en: string };
  /** Never shown, not even when it is wrong. */
  secret?: true;
}

const setting = <S extends z.ZodType>(given: Setting<S>): Setting<S> => given;

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const number = (least: number, most: number) => ({
  vi: `phải là số nguyên từ ${least} đến ${most}`,
  en: `must be a whole number from ${least} to ${most}`,
});
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const origin = {
  schema: z.url({ protocol: /^https?$/ }).optional(),
  must: {
    vi: 'phải là địa chỉ dạng https://ten-mien',
    en: 'must be an address such as https://host.example',
  },
};

/** Every setting on one screen: environment variable, meaning, check, default. */
export const settings = {
  DATABASE_URL: setting({
    about: 'Owner connection to PostgreSQL 15 or later; empty starts the embedded one (demo)',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    must: {
      vi: 'phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên',
      en: 'must read postgres://user:password@host:port/name',
    },
    secret: true,
  }),
  HOST: setting({
    about: 'Address to listen on; demo mode accepts loopback only',
    schema: z
      .string()
      .refine((host) => isIP(host) !== 0 || host === 'localhost')
      .default('127.0.0.1'),
    must: { vi: 'phải là một địa chỉ IP hoặc localhost', en: 'must be an IP address or localhost' },
  }),
  PORT: setting({ about: 'Port to listen on', schema: whole(1, 65535).default(8420), must: number(1, 65535) }),
  ADMIN_ORIGIN: setting({ about: 'Origin of the admin app and API, e.g. https://quantri.example.vn', ...origin }),
  PORTAL_ORIGIN: setting({ about: 'Origin of the public portals, on another host than ADMIN_ORIGIN', ...origin }),
  TRUSTED_PROXIES: setting({
    about: 'Addresses of proxies whose X-Forwarded-For is believed, comma between them',
    schema: list.refine((all) => all.every((one) => isIP(one) !== 0)).default(['127.0.0.1', '::1']),
    must: { vi: 'phải là các địa chỉ IP cách nhau bằng dấu phẩy', en: 'must be IP addresses with commas between them' },
  }),
  DATA_DIR: setting({
    about: 'Folder for files, mail (demo) and the embedded database',
    schema: z.string().default('var'),
    must: { vi: 'phải là đường dẫn thư mục', en: 'must be a folder' },
  }),
  UPLOAD_MAX_MB: setting({
    about: 'Largest file that may be uploaded, in MB',
    schema: whole(1, 2000).default(50),
    must: number(1, 2000),
  }),
  SMTP_URL: setting({
    about: 'smtp(s)://user:password@host:port for mail; empty writes mail into DATA_DIR/mail',
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    must: { vi: 'phải có dạng smtps://người-dùng:mật-khẩu@máy:cổng', en: 'must read smtps://user:password@host:port' },
    secret: true,
  }),
  MAIL_FROM: setting({
    about: 'Sender of mail',
    schema: z
      .string()
      .regex(/^[^\r\n<>@]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/)
      .default('Lan Tỏa <no-reply@lantoa.invalid>'),
    must: { vi: 'phải có dạng Tên <địa-chỉ@máy>', en: 'must read Name <address@host>' },
  }),
  FETCH_ALLOW: setting({
    about: 'host:port of servers inside the house that may be fetched although they are not public, comma between them',
    schema: list.refine((all) => all.every((one) => /^[^\s/@]+:\d+$/.test(one))).default([]),
    must: {
      vi: 'phải là các cặp máy:cổng cách nhau bằng dấu phẩy',
      en: 'must be host:port pairs with commas between them',
    },
  }),
  ROLE: setting({
    about: 'web, worker or both',
    schema: z.enum(['web', 'worker', 'both']).default('both'),
    must: { vi: 'phải là web, worker hoặc both', en: 'must be web, worker or both' },
  }),
  METRICS_TOKEN: setting({
    about: 'Bearer token that opens /metrics; empty opens it to loopback only',
    schema: z.string().min(16).optional(),
    must: { vi: 'phải có ít nhất 16 ký tự', en: 'must have at least 16 characters' },
    secret: true,
  }),
  POOL_SIZE: setting({
    about: 'Database connections per process',
    schema: whole(2, 200).default(16),
    must: number(2, 200),
  }),
} as const;

export type Settings = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> };
