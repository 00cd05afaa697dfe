import type { coverage as vi } from '../vi/coverage.ts';

export const coverage: Record<keyof typeof vi, string> = {
  'coverage.plan': 'Plan No. {number} of {date} on “{title}”',
  'coverage.plan-unnumbered': 'Plan “{title}”',
  'coverage.due': ', due on {day}',
  'coverage.due-between': ', due between {from} and {to}',
  'coverage.no-due': 'no due day',
  'coverage.group.unit': '- {name}: {n} lines left',
  'coverage.group.unit-answered': '- {name}',
  'coverage.group.more': '- … and {n} more units',
  'coverage.group.text':
    'Dear colleagues in charge of communications,\n\n{from} kindly reminds the {n} units below of {plan}{due}:\n\n{list}\n\nPlease open this link to read and answer; it takes about 3 minutes:\n{link}\n\nThank you.',
  'coverage.rule.before': 'What was assigned is due soon. Please take a few minutes to answer.',
  'coverage.rule.after':
    'The due day has passed and some answers have not arrived yet. Please answer as soon as you can.',
  'coverage.rule.above':
    'The units below are past their due day and have not answered everything yet. Please help them to finish.',
  'coverage.mail.subject': 'Reminder: {title}',
  'coverage.mail.text':
    'Dear {name},\n\n{message}\n\nDocument: {plan}\nUnit: {unit}\nLines left to answer: {n}\nDue: {due}\n\nOpen and answer: {link}\n\nThank you.\n{from}\n',
  'coverage.mail.subject-above': '{n} units have not answered: {title}',
  'coverage.mail.text-above':
    'Dear {name},\n\n{message}\n\nDocument: {plan}\n\n{list}\n\nSee how the plan stands: {link}\n\nThank you.\n{from}\n',
};
