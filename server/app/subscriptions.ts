import { documentJobs } from '../modules/documents/documents.jobs.ts';
import { planJobs } from '../modules/plans/plans.jobs.ts';

/** What happens later: after which event, or on which clock. One line a module. */
export function declareJobs(): void {
  documentJobs();
  planJobs();
}
