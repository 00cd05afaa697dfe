import type { outputs as vi } from '../vi/outputs.ts';

export const outputs: Record<keyof typeof vi, string> = {
  'outputs.refused.bad-url': 'This is no web address. Please correct it and read it again.',
  'outputs.refused.private-address':
    'This address lies inside a private network and cannot be opened from outside. Please paste the public address.',
  'outputs.refused.unknown-host': 'There is no site at this host. Please check the address.',
  'outputs.refused.too-many-redirects':
    'This address leads round in circles. Please open the article in a browser and copy its address from there.',
  'outputs.refused.too-large': 'This page is too large to be captured. Please enter title and day by hand.',
  'outputs.refused.timeout': 'The page did not answer in time. Read it again later, or enter title and day by hand.',
  'outputs.refused.unreachable': 'The page could not be reached. Read it again later, or enter title and day by hand.',
  'outputs.refused.unreadable': 'The page sent data that cannot be read. Please enter title and day by hand.',
  'outputs.refused.missing': 'The page is no longer at this address. Please check the address.',
  'outputs.refused.closed': 'The page opens for signed-in people only. Please enter title and day by hand.',
  'outputs.refused.server-error': 'The site is in trouble. Read it again later.',
  'outputs.refused.not-a-page':
    'This address is a file, not the page of an article. Please enter title and day by hand.',
  'outputs.refused.no-title': 'The page has no readable title. Please enter title and day by hand.',
  'outputs.feed.no-feed':
    'No RSS and no sitemap was found at this address. Please ask whoever runs the site for the RSS address.',
  'outputs.feed.bad-feed': 'What the site sent is neither RSS, nor Atom, nor a sitemap.',
  'outputs.feed.slow-down': 'The site asks to be read less often; it will be read again later.',
  'outputs.counts.unit-article': 'Article of the unit',
  'outputs.counts.newspaper-article': 'Newspaper article',
  'outputs.counts.broadcast': 'Radio and television',
  'outputs.counts.social-post': 'Social post',
  'outputs.counts.photo-set': 'Photo set, graphics',
  'outputs.counts.video': 'Video',
  'outputs.counts.bulletin': 'Bulletin',
  'outputs.counts.event': 'Conference, event, contest',
  'outputs.counts.training': 'Training course',
  'outputs.counts.other': 'Other product',
  'outputs.lost.sent': 'The text was taken back before it was approved.',
  'outputs.lost.approved': 'The text is no longer approved.',
  'outputs.lost.published': 'The text was taken down.',
  'outputs.lost.picked': 'The text is no longer picked by a level above.',
  'outputs.hand-in.title': '{n} photos of semester {semester}, {year}, handed in',
  'outputs.hand-in.returned': 'The unit above gave the photos back.',
  'outputs.untitled-story': 'Untitled text',
};
