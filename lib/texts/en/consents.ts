import type { consents as vi } from '../vi/consents.ts';

export const consents: Record<keyof typeof vi, string> = {
  'media.finding.ready': 'The picture may be used on this channel.',
  'media.finding.some': '{n} pupil(s)',
  'media.finding.and-more': '{names} and {n} more',
  'media.finding.people-unsaid':
    'Nobody has said who is in the picture. Open it and mark who can be known, or say that nobody, or a crowd, is seen.',
  'media.finding.no-consent':
    '{who}: no consent for this channel. Blur or crop, ask the family, or ask the head to decide on another basis.',
  'media.finding.no-consent-representative':
    '{who}: no consent of a representative for this channel. Blur or crop, ask the family, or ask the head to decide on another basis.',
  'media.finding.no-consent-child':
    '{who}: the family agreed, the child’s own answer is missing. Ask the child, or blur or crop.',
  'media.finding.refused': '{who} refused this channel. Blur, crop, or choose another picture.',
  'media.finding.ended': '{who}: consent has ended or was taken back. Blur, crop, or ask again.',
  'media.finding.rights-ended': 'The right to use the picture has ended. Renew it or choose another picture.',
  'media.finding.blocked':
    'The picture is held back on this channel: consent was taken back or it was taken down. Choose another, or make a blurred cut.',
  'consents.channel.portal': 'Portal',
  'consents.channel.social': 'Social networks',
  'consents.channel.press': 'Press, radio, TV',
  'consents.channel.print': 'Print',
  'consents.channel.bulletin': 'Bulletin',
  'consents.channel.display': 'Boards, banners',
  'consents.after-end.leaves':
    'When the school year ends and nothing new is said, pictures already shown are taken off that channel.',
  'consents.after-end.stays':
    'Pictures shown while the consent holds stay on that channel after the school year ends, until it is taken back.',
  'consents.purpose.news': 'News about school life',
  'consents.purpose.contest': 'Contests, exhibitions',
  'consents.purpose.teaching': 'Teaching material',
  'consents.import.no-name': 'No name',
  'consents.import.bad-name': 'The name “{value}” has signs that names do not have',
  'consents.import.bad-born': 'The birthday “{value}” cannot be read. Write it like 05/9/2015',
  'consents.import.born-future': 'The birthday {value} is after today',
  'consents.import.twice': 'The same as line {row}',
  'consents.import.code-elsewhere': 'Code {value} belongs to another pupil of the school',
  'consents.import.too-long': 'The cell “{column}” is too long',
  'consents.import.not-in-class': 'Nobody of this name is in the class. Add the pupil first',
  'consents.import.two-of-name': 'Several pupils of the class have this name. Add the birthday or code',
  'consents.import.not-an-answer': 'The cell “{column}” says “{value}”. Write C (yes), K (no) or leave it empty',
  'consents.import.no-giver': 'There is an answer of a representative, but not who that is',
  'consents.step.page': 'Article “{title}”',
  'consents.step.copy': 'The copy sent to {unit}',
  'consents.step.held-back': 'The system held the picture back as soon as it was recorded.',
  'consents.step.other-purpose': 'Contest entries and teaching material that used pictures of the child',
  'media.import.no-heading':
    'The sheet needs a column “Họ và tên” and at least one more, such as “Ngày sinh”, with headings on top.',
  'consents.by-form': 'As said on the form',
};
