/** Where the admin app is reached; the app says so at start, and links in mails begin with it. */
let origin = 'http://127.0.0.1:8420';

export function setAppOrigin(value: string): void {
  origin = value;
}

/** A full address for a mail: `linkTo('/app/ke-hoach/…')` → 'https://quantri.example.vn/app/ke-hoach/…'. */
export const linkTo = (path: string): string => `${origin}${path}`;

/** Pages of the admin app that take a one-time link (admin/app/paths.ts). */
const pages = { invitation: '/app/nhan-loi-moi', password: '/app/dat-lai-mat-khau', setup: '/app/thiet-lap' };

/** One-time links carry their secret behind '#', so that it reaches no server log and no referrer. */
export const secretLink = (page: keyof typeof pages, token: string): string => `${linkTo(pages[page])}#${token}`;
