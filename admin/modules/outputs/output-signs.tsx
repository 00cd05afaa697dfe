import type { OutputRow } from '#modules/outputs/outputs.contract.ts';
import { useT } from '../../texts/load.ts';
import { Badge, StateTag } from '../../ui/state-tag.tsx';

type Sign = Pick<OutputRow, 'withdrawnAt' | 'joinedTo' | 'captureState' | 'stands'>;

/** Where an item stands as far as it needs a word: withdrawn, a duplicate, being read, not read. */
export function OutputSign({ row }: { row: Sign }) {
  const t = useT();
  if (row.withdrawnAt) return <StateTag tone="neutral">{t('outputs.withdrawn')}</StateTag>;
  if (row.joinedTo) return <StateTag tone="info">{t('outputs.capture.joined')}</StateTag>;
  if (row.captureState === 'waiting' && !row.stands) return <Badge tone="info">{t('outputs.capture.waiting')}</Badge>;
  if (row.captureState === 'refused' && !row.stands)
    return <StateTag tone="warning">{t('outputs.capture.refused')}</StateTag>;
  return row.captureState === 'captured' ? <StateTag tone="success">{t('outputs.capture.captured')}</StateTag> : null;
}

/** The farthest moment an item has come to. */
export function MomentSign({ row }: { row: Pick<OutputRow, 'pickedOn' | 'publishedOn' | 'approvedOn' | 'sentOn'> }) {
  const t = useT();
  if (row.pickedOn) return <StateTag tone="success">{t('outputs.moment.picked')}</StateTag>;
  if (row.publishedOn) return <StateTag tone="success">{t('outputs.moment.published')}</StateTag>;
  if (row.approvedOn) return <StateTag tone="info">{t('outputs.moment.approved')}</StateTag>;
  return row.sentOn ? <StateTag tone="info">{t('outputs.moment.sent')}</StateTag> : <span>–</span>;
}
