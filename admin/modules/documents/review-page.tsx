import { useMemo } from 'react';
import { getDocumentSource } from '#modules/documents/documents.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { nameOf } from './document-signs.tsx';
import type { Review } from './review/review-desk.ts';
import { ReviewScreen } from './review/review-screen.tsx';
import { sourceOf } from './review/source-types.ts';
import { useDocument } from './use-document.ts';

/** Source left, fields right: what was read is checked here. */
export default function ReviewPage() {
  const { documentId } = useAddress(paths.incomingReview);
  const { me } = useSession();
  const { query, document } = useDocument(documentId);
  const readable = document?.state === 'review' || document?.state === 'checked';
  const answer = useRead(getDocumentSource, { documentId }, { enabled: readable });
  const source = useMemo(() => answer.data && sourceOf(answer.data), [answer.data]);
  const failed = query.data ? answer : query;
  if (document && !readable) return <NotYet review={query.data} />;
  if (failed.error && !failed.data) {
    return <ProblemPage problem={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!query.data || !source) return <PageSkeleton />;
  return <ReviewScreen key={documentId} review={query.data} source={source} personId={me.person.id} />;
}

function NotYet({ review }: { review: Review | undefined }) {
  const t = useT();
  const document = review?.document;
  if (!document) return null;
  const documentPage = paths.incomingDocument.to({ documentId: document.id });
  return (
    <Page
      title={nameOf(document)}
      crumbs={[{ label: t('documents.title'), to: paths.incoming.to() }]}
      action={<LinkButton to={documentPage}>{t('documents.backToDocument')}</LinkButton>}
    >
      <Notice live tone={document.failure ? 'danger' : 'info'} title={document.failure ?? t('documents.reading')}>
        {!document.failure && t('documents.readingHint')}
      </Notice>
    </Page>
  );
}
