import type { Translation } from '../texts.ts';
import type vi from '../vi/account.ts';

export default {
  title: 'Account',
  lead: 'Language, theme, password and sessions of this account.',
  noRoles: 'This account holds no role at any unit yet. Please ask the unit’s administrator.',
  looks: 'Language and theme',
  languageHint: 'For screens and mails.',
  'password.title': 'Password',
  'password.lead': 'All other sessions end with the change; this one goes on.',
  'password.current': 'Current password',
  'password.submit': 'Change the password',
  'password.done': 'The password is changed. The other sessions have ended.',
  'sessions.onlyThis': 'Signed in on this device only.',
  'sessions.others': 'Signed in on {n} other {n:device|devices}.',
  'sessions.see': 'See the sessions',
} satisfies Translation<typeof vi>;
