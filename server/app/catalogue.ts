import { documents as documentsEn } from '#lib/texts/en/documents.ts';
import { errors as errorsEn } from '#lib/texts/en/errors.ts';
import { fields as fieldsEn } from '#lib/texts/en/fields.ts';
import { plans as plansEn } from '#lib/texts/en/plans.ts';
import { documents } from '#lib/texts/vi/documents.ts';
import { errors } from '#lib/texts/vi/errors.ts';
import { fields } from '#lib/texts/vi/fields.ts';
import { plans } from '#lib/texts/vi/plans.ts';
import type { Catalogue } from '#platform/texts.ts';

/** Every sentence the server can say; `en` is typed by `vi`, so none is missing. */
export const catalogue: Catalogue = {
  vi: { ...errors, ...fields, ...documents, ...plans },
  en: { ...errorsEn, ...fieldsEn, ...documentsEn, ...plansEn },
};
