import { useNavigate } from '@tanstack/react-router';
import PenLine from 'lucide-react/icons/pen-line';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { type ArticleWhole, deleteArticle } from '#modules/articles/articles.contract.ts';
import { useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { toast } from '../../ui/toast.tsx';

/** The page where texts are written stands beside the app, light enough for phones: a link of the browser, not of the router. */
export const writingUrl = (articleId = 'moi'): string => `/viet/${articleId}`;

/** What can be done with the text as a whole; its ways have panels of their own. */
export function ArticleActions({ article }: { article: ArticleWhole }) {
  const t = useT();
  return (
    <>
      {article.can.includes('delete') && <DeleteButton article={article} />}
      {article.can.includes('write') && (
        <a
          href={writingUrl(article.id)}
          className={buttonClass(article.stage === 'in-review' ? 'secondary' : 'primary')}
        >
          <PenLine size={16} className="shrink-0" aria-hidden />
          {t('articles.write')}
        </a>
      )}
    </>
  );
}

function DeleteButton({ article }: { article: ArticleWhole }) {
  const t = useT();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useWrite(deleteArticle, {
    changes: ['/articles'],
    onDone: () => {
      toast({ text: t('articles.deleted') });
      void navigate({ to: paths.articles.to() });
    },
  });
  return (
    <>
      <Button icon={Trash2} look="quiet" onClick={() => setAsking(true)}>
        {t('articles.delete')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('articles.deleteTitle')}
        verb={t('articles.delete')}
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate({ articleId: article.id }, { onError: (p) => toast({ text: p.title, tone: 'danger' }) })
        }
        onClose={() => setAsking(false)}
      >
        {t('articles.deleteHint')}
      </Confirm>
    </>
  );
}
