import type { Translation } from '../texts.ts';
import type vi from '../vi/checks.ts';

export default {
  title: 'Checks before approval',
  none: 'Nothing to correct was found.',
  noneHint:
    'Looked at: descriptions of pictures, consent of pupils and parents, personal data, secrecy marks, links, slips, near copies.',
  stops: '{count} to correct before it is submitted',
  warns: '{count} to look at',
  stop: 'Correct',
  warn: 'Look',
  where: 'Paragraph {block}',
  becomes: 'Suggestion: {repair}',
  openOther: 'Open the other text',
  openPicture: 'Open the picture',
  again: 'Check again',
  links: '{count} links have not been looked at',
  checkLinks: 'Check the links',
  linksAsked: 'The links are being opened. The answer is there in about a minute.',

  guards: 'Held back',
  guardsLead:
    'A text that mentions a person or case listed here cannot be submitted, approved or published until the entry is lifted.',
  standing: 'In force',
  lifted: 'Lifted',
  guardsNone: 'Nothing is held back.',
  guardsNoneHint:
    'For a case without a conclusion: nobody may publish what blames a teacher before the authority has concluded (Law on Teachers 2025, Article 11).',
  liftedNone: 'Nothing has been lifted yet.',
  phrases: 'Names of people or of the case',
  phrasesHint: 'One phrase a line. Texts without marks, or with other tone placement, are recognised too.',
  reason: 'Reason',
  basis: 'Basis',
  basisHint: 'For example: letter 15/UBND-VHXH of 20/11/2026',
  unit: 'Unit, with those below',
  until: 'Until the end of',
  untilHint: 'Empty: until it is lifted',
  place: 'Hold back',
  placed: 'Texts that mention it are held back now.',
  new: 'Hold something back',
  lift: 'Lift',
  liftTitle: 'Allow texts that mention “{phrase}” again',
  liftReason: 'Why it is lifted, such as number and day of the conclusion',
  liftDone: 'The entry has been lifted.',
  by: '{name}, {when}',
  byCase: 'By a case, {when}',
} satisfies Translation<typeof vi>;
