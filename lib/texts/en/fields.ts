import type { fields as vi } from '../vi/fields.ts';

export const fields: Record<keyof typeof vi, string> = {
  'fields.invalid': 'This is not valid.',
  'fields.unknown': 'The form has no such field.',
  'fields.required': 'Please fill this in.',
  'fields.characters': 'This holds characters that cannot be read. Please type it again or paste it as plain text.',
  'fields.too-long': 'This text is too long.',
  'fields.bears-others': 'Other lines belong to this one. Please move them first.',
  'fields.cannot-comment': 'Somebody here has no right to comment on plans of this unit.',
  'fields.id': 'This is not an identifier.',
  'fields.day': 'This is not a day such as 2026-03-01.',
  'fields.day-order': 'This day is before the day it begins.',
  'fields.day-future': 'This day has not come yet.',
  'fields.month': 'This is not a month such as 2026-03.',
  'fields.number': 'This number is not valid.',
  'fields.email': 'This is not an e-mail address, for example name@unit.edu.vn.',
  'fields.phone': 'This is not a telephone number.',
  'fields.slug': 'An address has lower-case letters without marks, digits and hyphens only.',
  'fields.password-short': 'A password needs at least 10 characters.',
  'fields.password-wrong': 'The current password is wrong.',
  'fields.person': 'Nobody of that kind was found among the people you manage.',
  'fields.link': 'The link is incomplete. Please open it from the letter again.',
};
