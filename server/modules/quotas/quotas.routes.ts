import { read, write } from '#platform/route.ts';
import { listUnmet, quotaBoard } from './board.ts';
import * as c from './quotas.contract.ts';
import * as quotas from './quotas.ts';

export const quotaRoutes = [
  read(c.quotaBoard, quotaBoard),
  read(c.listUnmet, listUnmet),
  read(c.listQuotas, quotas.listQuotas),
  write(c.setQuota, quotas.setQuota),
  write(c.editQuota, quotas.editQuota),
  write(c.endQuota, quotas.endQuota),
];
