import type { Translation } from '../texts.ts';
import type vi from '../vi/home.ts';

export default {
  title: 'Home',
  lead: 'What waits for you, the plans under way, and the products that fall due at your unit.',
  waiting: 'Waiting for you',
  'waiting.none': 'Nothing waits for you.',
  underWay: 'Plans being drafted or signed',
  'underWay.none': 'No plan is being drafted or waits for a signature.',
  documents: 'Incoming documents to review',
  'documents.none': 'No document waits for review.',
  products: 'Products due this month and next',
  'products.none': 'No product falls due in the next two months.',
  'products.count': '{count} {product}',
  'products.month': '{month}/{year}',
  vacant: 'Vacant posts',
  'vacant.assign': 'Assign',
  late: '{days} days late',
  due: 'due {day}',
  all: 'See all',
  'start.title': 'Begin with the plan from above',
  'start.hint':
    'Import the plan from the level above, review what was read, then make your unit’s own plan. What waits for you will stand here.',
  'start.receive': 'Import a document',
  'start.plan': 'Start a plan',
  'start.people': 'Invite colleagues',
  'start.reader.title': 'Nothing waits yet',
  'start.reader.hint': 'Tasks and plans of your unit will stand here.',
} satisfies Translation<typeof vi>;
