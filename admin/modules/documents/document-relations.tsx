import { shortDay } from '#lib/format.ts';
import type { ReceivedDocument } from '#modules/documents/documents.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The same file, or the same number of the same issuer, is in the register already. */
export function Duplicates({ document }: { document: ReceivedDocument }) {
  const t = useT();
  if (document.duplicates.length === 0) return null;
  return (
    <Notice tone="warning" title={t('documents.duplicates')}>
      <ul className="flex flex-col gap-1">
        {document.duplicates.map((other) => (
          <li key={other.id}>
            {t(other.why === 'same-file' ? 'documents.sameFile' : 'documents.sameNumber', {
              day: shortDay(other.arrivedOn),
            })}{' '}
            <Link to={paths.incomingDocument.to({ documentId: other.id })}>
              {other.title ?? t('documents.openOther')}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What the reader of the file has to say about it as a whole. */
export function ReadingWarnings({ document }: { document: ReceivedDocument }) {
  const t = useT();
  if (document.warnings.length === 0) return null;
  return (
    <Notice tone="warning" title={t('documents.warnings')}>
      <ul className="list-disc pl-4">
        {document.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Plans that rest on the document. */
export function MadePlans({ document }: { document: ReceivedDocument }) {
  const t = useT();
  if (document.plans.length === 0) return null;
  return (
    <Card title={t('documents.plansMade')} flush>
      <ul className="divide-y divide-line">
        {document.plans.map((plan) => (
          <li key={plan.id} className="px-4 py-3">
            <Link to={paths.plan.to({ planId: plan.id })}>{plan.title}</Link>
            <p className="text-xs text-muted">{plan.unitName}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
