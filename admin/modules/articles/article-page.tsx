import type { ArticleContent } from '#lib/article-content.ts';
import { moment } from '#lib/format.ts';
import { type ArticleWhole, getArticle } from '#modules/articles/articles.contract.ts';
import { refresh, useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { ArticleActions } from './article-actions.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { ContentView } from './content-view.tsx';
import { LanguagesCard } from './languages-card.tsx';
import { OffersPanel } from './offers-panel.tsx';
import { PublicationPanel } from './publication-panel.tsx';
import { PurposePanel } from './purpose-panel.tsx';
import { StageTag } from './stage-tag.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { VersionCompare } from './version-compare.tsx';
import { VersionsPanel } from './versions-panel.tsx';

/** One text: how it reads, where it stands, and what can be done with it now. */
export default function ArticlePage() {
  const { articleId } = useAddress(paths.article);
  const read = useRead(getArticle, { articleId });
  if (read.data) return <WholeArticle key={articleId} article={read.data} />;
  return read.error ? <ProblemPage problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />;
}

function WholeArticle({ article }: { article: ArticleWhole }) {
  const t = useT();
  const panel = { article, onChange: () => void refresh(['/articles']) };
  return (
    <Page
      title={article.title || t('articles.untitled')}
      lead={[article.unitName, article.teamName].filter(Boolean).join(' · ')}
      crumbs={[{ label: t('articles.title'), to: paths.articles.to() }]}
      state={<StageTag article={article} />}
      action={<ArticleActions article={article} />}
    >
      <Said article={article} />
      <VersionCompare article={article} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Reading article={article} />
        <div className="flex min-w-0 flex-col gap-6">
          <StepsPanel {...panel} />
          <ChecksPanel {...panel} />
          <PublicationPanel {...panel} />
          <PurposePanel {...panel} />
          <OffersPanel {...panel} />
          <LanguagesCard article={article} />
          <VersionsPanel {...panel} />
        </div>
      </div>
    </Page>
  );
}

/** What a person has to know before they read. */
function Said({ article }: { article: ArticleWhole }) {
  const t = useT();
  return (
    <>
      {article.returnedReason && (
        <Notice tone="danger" title={t('articles.returned')}>
          <p className="whitespace-pre-line">{article.returnedReason}</p>
        </Notice>
      )}
      {article.changedSinceApproval && (
        <Notice tone="warning" title={t('articles.changedSince')}>
          {article.live && t('articles.changedSinceLive')}
        </Notice>
      )}
      {article.enteredFor && <Notice title={t('articles.enteredFor', { unit: article.unitName })} />}
      {!article.inside && <Notice title={t(article.live ? 'articles.outside.live' : 'articles.outside.offered')} />}
    </>
  );
}

function Reading({ article }: { article: ArticleWhole }) {
  const t = useT();
  const language = useLanguage();
  const { text } = article;
  const saved = moment(text.savedAt, Date.now(), language);
  const credit = [
    text.credit || article.authorName,
    article.originUnitName && t('articles.origin', { unit: article.originUnitName }),
  ];
  return (
    <Card>
      <article className="flex flex-col gap-4">
        {text.summary && (
          <p lang={text.language} className="max-w-reading font-semibold wrap-anywhere">
            {text.summary}
          </p>
        )}
        {text.words > 0 || text.content ? (
          <ContentView content={text.content as ArticleContent} lang={text.language} />
        ) : null}
        {credit.some(Boolean) && (
          <p className="max-w-reading text-right font-semibold">{credit.filter(Boolean).join(' · ')}</p>
        )}
        <p className="border-t border-line pt-3 text-xs text-muted">
          {text.savedByName
            ? t('articles.savedBy', { name: text.savedByName, time: saved, n: text.words })
            : t('articles.savedAt', { time: saved, n: text.words })}
        </p>
      </article>
    </Card>
  );
}
