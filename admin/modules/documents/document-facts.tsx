import type { ReactNode } from 'react';
import { longDay, moment } from '#lib/format.ts';
import type { ReceivedDocument } from '#modules/documents/documents.contract.ts';
import { paths } from '../../app/paths.ts';
import { fileUrl } from '../../app/upload.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { DownloadLink, Link } from '../../ui/link.tsx';
import { referenceOf, typeOf } from './document-signs.tsx';

/** What was read of the document's head, and its original file. */
export function DocumentFacts({ document }: { document: ReceivedDocument }) {
  const t = useT();
  const language = useLanguage();
  const known = document.state === 'review' || document.state === 'checked';
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-3">
      {known && (
        <>
          <Fact label={t('documents.docType')}>{typeOf(document)}</Fact>
          <Fact label={t('documents.reference')}>{referenceOf(document)}</Fact>
          <Fact label={t('documents.issuedOn')}>{document.issuedOn && longDay(document.issuedOn, language)}</Fact>
          <Fact label={t('documents.issuer')}>{document.issuerName}</Fact>
          <Fact label={t('documents.abstract')}>{document.title}</Fact>
          {document.issuerPlanId && (
            <Fact label={t('documents.issuerPlan')}>
              <Link to={paths.plan.to({ planId: document.issuerPlanId })}>{t('documents.openIssuerPlan')}</Link>
            </Fact>
          )}
        </>
      )}
      <Fact label={t('documents.entered')}>{moment(document.createdAt, Date.now(), language)}</Fact>
      <Fact label={t('documents.file')}>
        {document.fileId ? (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="wrap-anywhere">{document.sourceName}</span>
            <DownloadLink size="sm" href={fileUrl(document.fileId)}>
              {t('documents.download')}
            </DownloadLink>
          </span>
        ) : (
          document.sourceName
        )}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 wrap-break-word">{children || '–'}</dd>
    </>
  );
}
