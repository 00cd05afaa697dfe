import { accessRoutes } from '../modules/access/access.routes.ts';
import { articleRoutes } from '../modules/articles/articles.routes.ts';
import { assignmentRoutes } from '../modules/articles/assignments.routes.ts';
import { checkRoutes } from '../modules/articles/checks.routes.ts';
import { offerRoutes } from '../modules/articles/offers.routes.ts';
import { publicationRoutes } from '../modules/articles/publication.routes.ts';
import { stepRoutes } from '../modules/articles/steps.routes.ts';
import { auditRoutes } from '../modules/audit/audit.routes.ts';
import { cascadeRoutes } from '../modules/cascade/cascade.routes.ts';
import { coverageRoutes } from '../modules/cascade/coverage.routes.ts';
import { toolkitRoutes } from '../modules/cascade/toolkits.routes.ts';
import { channelRoutes } from '../modules/channels/channels.routes.ts';
import { documentRoutes } from '../modules/documents/documents.routes.ts';
import { consentRoutes } from '../modules/media/consents.routes.ts';
import { handInRoutes } from '../modules/media/hand-ins.routes.ts';
import { mediaRoutes } from '../modules/media/media.routes.ts';
import { noticeRoutes } from '../modules/notices/notices.routes.ts';
import { orgRoutes } from '../modules/org/org.routes.ts';
import { pathOf } from '../modules/org/org.ts';
import { outputRoutes } from '../modules/outputs/outputs.routes.ts';
import { planRoutes } from '../modules/plans/plans.routes.ts';
import { quotaRoutes } from '../modules/quotas/quotas.routes.ts';
import { reportRoutes } from '../modules/reports/reports.routes.ts';
import { searchRoutes } from '../modules/search/search.routes.ts';
import { webhookRoutes } from '../modules/webhooks/webhooks.routes.ts';
import { workRoutes } from '../modules/work/work.routes.ts';
import type { Config } from '../platform/config.ts';
import { fileRoutes } from '../platform/files/files.routes.ts';
import type { Route } from '../platform/route.ts';

/** Every address of the API with the right it demands; the route table that tests and an auditor walk. */
export const routesFor = (config: Pick<Config, 'uploadMaxBytes'>): readonly Route[] => [
  ...checkRoutes,
  ...auditRoutes,
  ...orgRoutes,
  ...accessRoutes,
  ...noticeRoutes,
  ...searchRoutes,
  ...documentRoutes,
  ...planRoutes,
  ...cascadeRoutes,
  ...articleRoutes,
  ...assignmentRoutes,
  ...stepRoutes,
  ...publicationRoutes,
  ...offerRoutes,
  ...channelRoutes,
  ...coverageRoutes,
  ...mediaRoutes,
  ...handInRoutes,
  ...outputRoutes,
  ...quotaRoutes,
  ...toolkitRoutes,
  ...reportRoutes,
  ...webhookRoutes,
  ...workRoutes,
  ...consentRoutes,
  ...fileRoutes({ pathOf, maxBytes: config.uploadMaxBytes }),
];
