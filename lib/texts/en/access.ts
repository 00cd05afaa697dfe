import type { access as vi } from '../vi/access.ts';

export const access: Record<keyof typeof vi, string> = {
  'access.role.administrator': 'Administrator',
  'access.role.communications-officer': 'Communications officer',
  'access.role.focal-head': 'Head of a focal unit',
  'access.role.head': 'Head of the unit',
  'access.role.clerk': 'Clerk (văn thư)',
  'access.role.site-manager': 'Site manager',
  'access.role.spokesperson': 'Spokesperson',
  'access.role.inspector': 'Inspector',
  'access.role.leader': 'Leader',
  'access.role.team-lead': 'Head of a team',
  'access.role.contributor': 'Contributor',
  'access.mail.invitation.subject': 'Invitation to Lan Tỏa by {unit}',
  'access.mail.invitation.text':
    'Dear {name},\n\n{by} invites you to Lan Tỏa, the system for communications work, as {role} at {unit}.\n\nPlease open this link to set a password and begin:\n{link}\n\nThe link works once, until {date}. If this letter reached the wrong person, please ignore it.\n\nLan Tỏa\n',
  'access.mail.reset.subject': 'Reset your Lan Tỏa password',
  'access.mail.reset.text':
    'Dear {name},\n\nSomebody asked to reset the password of this account. Please open this link within an hour:\n{link}\n\nThe link works once. If it was not you, please ignore this letter; the password stays as it is.\n\nLan Tỏa\n',
  'access.mail.address-changed.subject': 'The sign-in address of your Lan Tỏa account has changed',
  'access.mail.address-changed.text':
    'Dear {name},\n\nThe address to sign in with is now {email}; all sessions have ended. If you did not know of this, please contact the administrator of your unit at once.\n\nLan Tỏa\n',
};
