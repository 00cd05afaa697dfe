import { accessJobs } from '../modules/access/access.jobs.ts';
import { articleJobs } from '../modules/articles/articles.jobs.ts';
import { assignmentJobs } from '../modules/articles/assignments.jobs.ts';
import { checkJobs } from '../modules/articles/checks.jobs.ts';
import { offerJobs } from '../modules/articles/offers.jobs.ts';
import { publicationJobs } from '../modules/articles/publication.jobs.ts';
import { stepJobs } from '../modules/articles/steps.jobs.ts';
import { cascadeJobs } from '../modules/cascade/cascade.jobs.ts';
import { reminderJobs } from '../modules/cascade/reminders.jobs.ts';
import { documentJobs } from '../modules/documents/documents.jobs.ts';
import { consentJobs } from '../modules/media/consents.jobs.ts';
import { mediaJobs } from '../modules/media/media.jobs.ts';
import { noticeJobs } from '../modules/notices/notices.jobs.ts';
import { reorganisationJobs } from '../modules/org/reorganisation.jobs.ts';
import { outputJobs } from '../modules/outputs/outputs.jobs.ts';
import { planJobs } from '../modules/plans/plans.jobs.ts';
import { quotaJobs } from '../modules/quotas/quotas.jobs.ts';
import { reportJobs } from '../modules/reports/reports.jobs.ts';
import { webhookJobs } from '../modules/webhooks/webhooks.jobs.ts';
import { workJobs } from '../modules/work/work.jobs.ts';
import type { Config } from '../platform/config.ts';
import { fileJobs } from '../platform/files/files.jobs.ts';
import { idempotencyJobs } from '../platform/idempotency.jobs.ts';

/** What happens later: after which event, or on which clock. One line a module. */
export function declareJobs(_config: Config): void {
  fileJobs();
  idempotencyJobs();
  reorganisationJobs();
  accessJobs();
  noticeJobs();
  articleJobs();
  assignmentJobs();
  documentJobs();
  planJobs();
  cascadeJobs();
  reminderJobs();
  mediaJobs();
  outputJobs();
  quotaJobs();
  reportJobs();
  webhookJobs();
  checkJobs();
  publicationJobs();
  workJobs();
  consentJobs();
  stepJobs();
  offerJobs();
}
