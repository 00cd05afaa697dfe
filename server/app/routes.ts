import { auditRoutes } from '../modules/audit/audit.routes.ts';
import { documentRoutes } from '../modules/documents/documents.routes.ts';
import { planRoutes } from '../modules/plans/plans.routes.ts';
import type { Route } from '../platform/route.ts';

/** Every address of the API with the right it demands; the route table that tests and an auditor walk. */
export const routes: readonly Route[] = [...auditRoutes, ...documentRoutes, ...planRoutes];
