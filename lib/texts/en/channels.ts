import type { channels as vi } from '../vi/channels.ts';

export const channels: Record<keyof typeof vi, string> = {
  'channels.joined':
    'This address or day was recorded for “{title}” before, so it was joined and is not counted again.',
  'channels.taken-down': 'The unit has taken the story down. Reason: {reason}',
  'channels.withdrawal': 'A picture may no longer be used: consent was withdrawn.',
  'channels.picture-removed': 'The picture was taken down at {outlet}. {note}',
  'channels.picture-stays': 'The picture cannot be taken down at {outlet}. {note}',
  'channels.press.subject': '{unit} sends {n} stories',
  'channels.press.subject-one': '{unit} sends a story: {title}',
  'channels.press.text':
    'To {outlet},\n\n{unit} sends {n} stories for you to consider:\n\n{list}\n{note}\nThe whole texts are attached. Please name the author and the unit. The pictures may be used in the press; we will tell you if that changes.\n\nWith kind regards\n{unit}\n',
  'channels.press.words':
    'To {outlet},\n\n{unit} sends {n} stories for you to consider:\n\n{list}\n{note}\nPlease name the author and the unit.\n\nWith kind regards\n{unit}\n',
  'channels.press.item': '{n}. {title} ({credit})',
  'channels.press.note': 'Note: {note}\n',
  'channels.press.left-out': 'Picture {n} stayed behind: {reason}',
};
