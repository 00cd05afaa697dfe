import { useNavigate } from '@tanstack/react-router';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { deleteDocument, type ReceivedDocument, reopenDocument } from '#modules/documents/documents.contract.ts';
import { refresh, useWrite } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { Corrections } from './corrections.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { Duplicates, MadePlans, ReadingWarnings } from './document-relations.tsx';
import { DocumentState, nameOf } from './document-signs.tsx';
import { RegisterEntry } from './register-entry.tsx';
import { useDocument } from './use-document.ts';

/** An incoming document: what it is, where it stands, what was made of it. */
export default function DocumentPage() {
  const { documentId } = useAddress(paths.incomingDocument);
  const { query, document } = useDocument(documentId);
  if (query.error && !document) return <ProblemPage problem={query.error} onRetry={() => void query.refetch()} />;
  if (!document) return <PageSkeleton />;
  return <Shown document={document} />;
}

function Shown({ document }: { document: ReceivedDocument }) {
  const t = useT();
  return (
    <Page
      title={nameOf(document)}
      lead={document.unitName}
      crumbs={[{ label: t('documents.title'), to: paths.incoming.to() }]}
      state={<DocumentState state={document.state} />}
      action={<Actions document={document} />}
    >
      <Standing document={document} />
      <Duplicates document={document} />
      <ReadingWarnings document={document} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card title={t('documents.facts')}>
          <DocumentFacts document={document} />
        </Card>
        <div className="flex min-w-0 flex-col gap-6">
          <RegisterEntry key={document.version} document={document} />
          <MadePlans document={document} />
        </div>
      </div>
      {document.state !== 'reading' && document.state !== 'failed' && <Corrections documentId={document.id} />}
    </Page>
  );
}

/** What is to be done next, or why nothing can be. */
function Standing({ document }: { document: ReceivedDocument }) {
  const t = useT();
  if (document.failure) {
    return (
      <Notice
        tone="danger"
        title={document.failure}
        action={
          <LinkButton size="sm" to={paths.incomingNew.to()}>
            {t('documents.otherFile')}
          </LinkButton>
        }
      />
    );
  }
  if (document.state === 'reading')
    return (
      <Notice live title={t('documents.reading')}>
        {t('documents.readingHint')}
      </Notice>
    );
  if (document.state === 'review' && document.can.includes('review')) {
    return (
      <Notice tone="waiting" title={t('documents.waiting', { n: document.open })}>
        {t('documents.waitingHint')}
      </Notice>
    );
  }
  return null;
}

function Actions({ document }: { document: ReceivedDocument }) {
  const t = useT();
  const { id: documentId, can, state } = document;
  const review = paths.incomingReview.to({ documentId });
  const canReview = can.includes('review');
  const reopen = useWrite(reopenDocument, { changes: ['/documents'] });
  return (
    <>
      {canReview && (
        <LinkButton look="primary" to={review}>
          {t('documents.review')}
        </LinkButton>
      )}
      {can.includes('make-plan') && (
        <LinkButton look={canReview ? 'secondary' : 'primary'} to={paths.incomingMakePlan.to({ documentId })}>
          {t('documents.makePlan')}
        </LinkButton>
      )}
      {!canReview && (state === 'review' || state === 'checked') && (
        <LinkButton to={review}>{t('documents.viewRead')}</LinkButton>
      )}
      {can.includes('reopen') && (
        <Button
          busy={reopen.isPending}
          onClick={() =>
            reopen.mutate(
              { documentId, version: document.version },
              { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
            )
          }
        >
          {t('documents.reopen')}
        </Button>
      )}
      {can.includes('delete') && document.plans.length === 0 && <Delete document={document} />}
    </>
  );
}

function Delete({ document }: { document: ReceivedDocument }) {
  const t = useT();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const remove = useWrite(deleteDocument, {
    // The page goes first: what is deleted cannot be read again.
    onDone: () => {
      toast({ text: t('documents.deleted') });
      void navigate({ to: paths.incoming.to(), replace: true }).then(() => refresh(['/documents', '/home']));
    },
  });
  return (
    <>
      <Button look="quiet" icon={Trash2} onClick={() => setAsked(true)}>
        {t('ui.remove')}
      </Button>
      <Confirm
        open={asked}
        danger
        title={t('documents.deleteTitle')}
        verb={t('documents.deleteVerb')}
        busy={remove.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => remove.mutate({ documentId: document.id, version: document.version })}
      >
        <p>{t('documents.deleteHint')}</p>
        {remove.error && <Notice live tone="danger" title={remove.error.title} />}
      </Confirm>
    </>
  );
}
