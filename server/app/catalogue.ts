import { access as accessEn } from '#lib/texts/en/access.ts';
import { articles as articlesEn } from '#lib/texts/en/articles.ts';
import { cascade as cascadeEn } from '#lib/texts/en/cascade.ts';
import { channels as channelsEn } from '#lib/texts/en/channels.ts';
import { checks as checksEn } from '#lib/texts/en/checks.ts';
import { consents as consentsEn } from '#lib/texts/en/consents.ts';
import { coverage as coverageEn } from '#lib/texts/en/coverage.ts';
import { documents as documentsEn } from '#lib/texts/en/documents.ts';
import { errors as errorsEn } from '#lib/texts/en/errors.ts';
import { fields as fieldsEn } from '#lib/texts/en/fields.ts';
import { media as mediaEn } from '#lib/texts/en/media.ts';
import { notices as noticesEn } from '#lib/texts/en/notices.ts';
import { org as orgEn } from '#lib/texts/en/org.ts';
import { outputs as outputsEn } from '#lib/texts/en/outputs.ts';
import { plans as plansEn } from '#lib/texts/en/plans.ts';
import { reading as readingEn } from '#lib/texts/en/reading.ts';
import { tables as tablesEn } from '#lib/texts/en/tables.ts';
import { webhooks as webhooksEn } from '#lib/texts/en/webhooks.ts';
import { work as workEn } from '#lib/texts/en/work.ts';
import { access } from '#lib/texts/vi/access.ts';
import { articles } from '#lib/texts/vi/articles.ts';
import { cascade } from '#lib/texts/vi/cascade.ts';
import { channels } from '#lib/texts/vi/channels.ts';
import { checks } from '#lib/texts/vi/checks.ts';
import { consents } from '#lib/texts/vi/consents.ts';
import { coverage } from '#lib/texts/vi/coverage.ts';
import { documents } from '#lib/texts/vi/documents.ts';
import { errors } from '#lib/texts/vi/errors.ts';
import { fields } from '#lib/texts/vi/fields.ts';
import { media } from '#lib/texts/vi/media.ts';
import { notices } from '#lib/texts/vi/notices.ts';
import { org } from '#lib/texts/vi/org.ts';
import { outputs } from '#lib/texts/vi/outputs.ts';
import { plans } from '#lib/texts/vi/plans.ts';
import { reading } from '#lib/texts/vi/reading.ts';
import { tables } from '#lib/texts/vi/tables.ts';
import { webhooks } from '#lib/texts/vi/webhooks.ts';
import { work } from '#lib/texts/vi/work.ts';
import type { Catalogue } from '#platform/texts.ts';

/** Every sentence the server can say; `en` is typed by `vi`, so none is missing. */
export const catalogue: Catalogue = {
  vi: {
    ...errors,
    ...fields,
    ...org,
    ...access,
    ...notices,
    ...media,
    ...documents,
    ...reading,
    ...tables,
    ...plans,
    ...cascade,
    ...channels,
    ...checks,
    ...consents,
    ...coverage,
    ...outputs,
    ...webhooks,
    ...articles,
    ...work,
  },
  en: {
    ...errorsEn,
    ...fieldsEn,
    ...orgEn,
    ...accessEn,
    ...noticesEn,
    ...mediaEn,
    ...documentsEn,
    ...readingEn,
    ...tablesEn,
    ...plansEn,
    ...cascadeEn,
    ...channelsEn,
    ...checksEn,
    ...consentsEn,
    ...coverageEn,
    ...outputsEn,
    ...webhooksEn,
    ...articlesEn,
    ...workEn,
  },
};
