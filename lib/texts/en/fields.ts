import type { fields as worded } from '../vi/fields.ts';

export const fields: Record<keyof typeof worded, string> = {
  'fields.invalid': 'This is not valid.',
  'fields.required': 'Please fill in this field.',
  'fields.unknown': 'The form has no such field.',
  'fields.too-long': 'This is too long.',
  'fields.number': 'Please give a number within the allowed range.',
  'fields.day': 'Please give a date as day/month/year.',
  'fields.day-order': 'The end must come after the beginning.',
  'fields.month': 'Please choose a month.',
  'fields.email': 'This e-mail address is not valid.',
  'fields.phone': 'This phone number is not valid.',
  'fields.link': 'This link is not valid (it begins with https://).',
  'fields.slug': 'Lower-case letters without marks, digits and hyphens only.',
  'fields.person': 'This person was not found in the unit.',
  'fields.id': 'This code has the wrong form.',
  'fields.password-short': 'A password needs at least 10 characters.',
  'fields.password-wrong': 'The current password is wrong.',
};
