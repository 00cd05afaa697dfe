import type { notices as vi } from '../vi/notices.ts';

export const notices: Record<keyof typeof vi, string> = {
  'notices.access.sign-ins-failed':
    'There were repeated failed sign-ins to this account. If it was not you, please change the password.',
  'notices.access.role-given': 'You were given the role {role} at {unit}.',
  'notices.plan.consulted': '{by} ({unit}) asks for opinions on “{title}”.',
  'notices.plan.commented': '{by} commented on “{title}”.',
  'notices.plan.waits-initials': '{by} submitted “{title}”: it waits for initials.',
  'notices.plan.waits-format-check': '{by} submitted “{title}”: it waits for the check of its format.',
  'notices.plan.waits-signature': '“{title}” of {unit} is ready and waits for the signature.',
  'notices.plan.returned': '{by} returned “{title}”. Reason: {reason}',
  'notices.plan.waits-number': '“{title}” of {unit} is signed and waits for its number.',
  'notices.plan.issued': '“{title}” of {unit} was issued under number {number}.',
  'notices.plan.amended': '“{title}” of {unit} is amended by {number}.',
  'notices.plan.recalled': '“{title}” of {unit} was recalled. Reason: {reason}',
  'notices.webhook.paused': 'The webhook “{name}” did not take its messages many times in a row and was paused.',
  'notices.output.picked': '“{title}” of {unit} was picked by {by}.',
  'notices.feed.paused': 'The source {site} of {unit} was paused after many failed reads. Please look at it.',
  'notices.toolkit.corrected': 'The piece “{title}” ({plan}) was corrected. Please use the new one.',
  'notices.toolkit.withdrawn': 'The piece “{title}” ({plan}) was withdrawn; please no longer use it.',
  'notices.plan.reminded': '{from} reminds: {n} lines of “{title}” wait for an answer of {unit}, due {due}.',
  'notices.plan.reminded-undated': '{from} reminds: {n} lines of “{title}” wait for an answer of {unit}.',
  'notices.plan.reminded-again': '{from} asks {unit} to look at “{title}” again.',
  'notices.plan.reminded-above':
    '“{title}” of {from}: {n} units are past their due day without a full answer ({names}).',
  'notices.plan.question-answered': '{from} answered the question of {unit} about “{title}”.',
  'notices.plan.answer-corrected': '{from} corrected an answer about “{title}”.',
  'notices.plan.wish-accepted': '{from} agreed to the change that {unit} wished for “{line}”.',
  'notices.plan.wish-declined': '{from} asks {unit} to carry out “{line}” as it stands. {note}',
  'notices.evidence.waits': '{by} recorded evidence “{title}” of {unit}: it waits to be confirmed.',
  'notices.evidence.refused': '{by} did not accept the evidence “{title}”. Reason: {reason}',
  'notices.dossier.ready': 'The evidence file of {unit} {span} is ready.',
  'notices.dossier.failed': 'The evidence file of {unit} {span} could not be made: the account may no longer see it.',
  'notices.mail.subject': 'Lan Tỏa: {n} unread notices',
  'notices.mail.text':
    'Dear {name},\n\nThere are {n} unread notices in Lan Tỏa:\n\n{list}\n\nSee all: {link}\n\nLan Tỏa\n',
  'notices.mail.more': '… and {n} more.',
};
