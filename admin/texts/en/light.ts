import type { Translation } from '../texts.ts';
import type vi from '../vi/light.ts';

export default {
  retry: 'Try again',

  'signIn.hint': "Use your unit's Lan Tỏa account. This page opens right after.",
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.forgot': 'Forgot your password?',

  'error.offline': 'No connection. Please check the network and try again.',
  'error.unreadable': 'The system is busy. Please try again in a few minutes.',
} satisfies Translation<typeof vi>;
