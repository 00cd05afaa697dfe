import { read } from '#platform/route.ts';
import { listAudit } from './audit.contract.ts';
import { listRecords } from './audit.ts';

export const auditRoutes = [read(listAudit, listRecords)];
