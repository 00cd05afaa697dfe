import type { OutputOf } from '#lib/contract.ts';
import { type Period, periodName, type ShownIn } from '#lib/format.ts';
import { shortened } from '#lib/text.ts';
import type { Quota, quotaBoard } from '#modules/quotas/quotas.contract.ts';
import type { useT } from '../../texts/load.ts';

export type Board = OutputOf<typeof quotaBoard>;
type T = ReturnType<typeof useT>;

/** 'học kỳ I, năm học 2026-2027' of a board's period. */
export const nameOfPeriod = ({ kind, year, n }: Board['period'], language: ShownIn): string =>
  periodName({ kind, year, n } as Period, language);

/** '1 bài viết mỗi tháng'. */
export const quotaWords = (t: T, quota: Pick<Quota, 'minCount' | 'product' | 'per'>): string =>
  t('quotas.everyPer', {
    n: quota.minCount,
    product: shortened(quota.product, 60),
    per: t(`ui.per.${quota.per}`),
  });

export type Line = Board['own'][number];

/** How many a line has at the moment that counts. */
export const doneOf = (line: Line, quota: Quota | undefined): number => line[quota?.moment ?? 'sent'];
