/** Where the admin app is reached; the app says so at start, and links in mails begin with it. */
let origin = 'http://127.0.0.1:8420';

export function setAppOrigin(value: string): void {
  origin = value;
}

/** A full address for a mail: `linkTo('/plans/…')` → 'https://quantri.example.vn/app/plans/…'. */
export const linkTo = (path: string): string => `${origin}/app${path}`;

/** One-time links carry their secret behind '#', so that it reaches no server log and no referrer. */
export const secretLink = (page: 'invitation' | 'password' | 'setup', token: string): string =>
  `${linkTo(`/${page}`)}#${token}`;
