import type { webhooks as vi } from '../vi/webhooks.ts';

export const webhooks = {
  'webhooks.bad-status': 'The receiver answered {status}.',
  'webhooks.bad-url': 'Nothing can be sent to this address.',
  'webhooks.private-address': 'The address lies in a private network; nothing is sent there.',
  'webhooks.unknown-host': 'The host of this address was not found.',
  'webhooks.too-many-redirects': 'The receiver redirects elsewhere. Please register the address that takes messages.',
  'webhooks.too-large': 'The answer of the receiver is too large.',
  'webhooks.timeout': 'The receiver did not answer within 10 seconds.',
  'webhooks.cancelled': 'The attempt was broken off.',
  'webhooks.unreachable': 'The receiver could not be reached.',
  'webhooks.unreadable': 'The answer of the receiver could not be read.',
} satisfies Record<keyof typeof vi, string>;
