import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { type ArticleWhole, getNewsroom } from '#modules/articles/articles.contract.ts';
import { type LanguageRow, listLanguages, translateArticle } from '#modules/articles/versions.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { StageTag } from './stage-tag.tsx';

/** The same text in the languages of the place, and the way to another. */
export function LanguagesCard({ article }: { article: ArticleWhole }) {
  const t = useT();
  const vi = useLanguage() === 'vi';
  const translates = article.can.includes('translate');
  const list = useRead(listLanguages, { articleId: article.id });
  const { can } = useSession();
  const newsroom = useRead(getNewsroom, {}, { enabled: can('articles.write') });
  const items = list.data?.items ?? [];
  if (items.length <= 1 && !translates) return null;
  const named = (code: string) => {
    const found = newsroom.data?.languages.find((one) => one.code === code);
    return found ? (vi ? found.nameVi : found.nameEn) : ofBrowser(code, vi ? 'vi' : 'en');
  };
  const left = (newsroom.data?.languages ?? []).filter(({ code }) => items.every((one) => one.language !== code));
  return (
    <Card title={t('articles.languages')}>
      <ul className="flex flex-col gap-2">
        {items.map((row) => (
          <Version key={row.id} row={row} here={row.id === article.id} name={named(row.language)} />
        ))}
      </ul>
      {translates && left.length > 0 && (
        <Translate article={article} options={left.map(({ code }) => ({ value: code, label: named(code) }))} />
      )}
    </Card>
  );
}

/** Readers who write nothing have no list of languages: the browser knows their names. */
function ofBrowser(code: string, shownIn: 'vi' | 'en'): string {
  const name = new Intl.DisplayNames(shownIn, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(shownIn) + name.slice(1);
}

function Version({ row, here, name }: { row: LanguageRow; here: boolean; name: string }) {
  const t = useT();
  return (
    <li className="flex flex-wrap items-center justify-between gap-2">
      <span>
        {here ? (
          <span className="font-semibold">{name}</span>
        ) : (
          <Link to={paths.article.to({ articleId: row.id })}>{name}</Link>
        )}
        {row.first && <span className="text-sm text-muted"> · {t('articles.first')}</span>}
      </span>
      <StageTag article={row} />
    </li>
  );
}

function Translate({ article, options }: { article: ArticleWhole; options: { value: string; label: string }[] }) {
  const t = useT();
  const navigate = useNavigate();
  const [language, setLanguage] = useState('');
  const write = useWrite(translateArticle, {
    changes: ['/articles'],
    onDone: ({ id }) => {
      toast({ text: t('articles.translated') });
      void navigate({ to: paths.article.to({ articleId: id }) });
    },
  });
  return (
    <form
      className="mt-4 flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (language) write.mutate({ articleId: article.id, id: newId(), language });
      }}
    >
      {write.error && <ProblemNotice problem={write.error} />}
      <Select
        label={t('articles.translateInto')}
        value={language}
        onChange={setLanguage}
        placeholder={t('articles.chooseLanguage')}
        options={options}
      />
      <Button type="submit" size="sm" disabled={language === ''} busy={write.isPending}>
        {t('articles.translate')}
      </Button>
    </form>
  );
}
