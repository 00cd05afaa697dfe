import { Problem } from '../../app/problem.ts';
import type { t as translate } from '../../texts/texts.ts';

/** The unit stands in the address of the call, so a form without one says so itself. */
export const noUnit = (t: typeof translate): Problem =>
  new Problem({ status: 422, code: 'invalid', title: t('org.pick.noUnit'), fields: { unitId: t('org.pick.noUnit') } });
