import { type Route, read, write } from '#platform/route.ts';
import * as c from './webhooks.contract.ts';
import * as webhooks from './webhooks.ts';

export const webhookRoutes: Route[] = [
  read(c.listWebhooks, webhooks.listWebhooks),
  write(c.makeWebhook, webhooks.makeWebhook),
  write(c.editWebhook, webhooks.editWebhook),
  write(c.renewSecret, webhooks.renewSecret),
  write(c.deleteWebhook, webhooks.deleteWebhook),
  read(c.listDeliveries, webhooks.listDeliveries),
  write(c.tryWebhook, webhooks.tryWebhook),
  write(c.resend, webhooks.resend),
];
