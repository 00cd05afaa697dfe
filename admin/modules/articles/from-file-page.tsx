import FileInput from 'lucide-react/icons/file-input';
import { useId, useState } from 'react';
import { newId } from '#lib/id.ts';
import { articleFromDocument, getNewsroom } from '#modules/articles/articles.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { writingUrl } from './article-actions.tsx';

const endings = ['.docx', '.doc', '.html', '.htm', '.pdf', '.txt'];

/** A file with its pictures becomes a text; what could not be taken is said before anybody goes on. */
export default function FromFilePage() {
  const t = useT();
  const newsroom = useRead(getNewsroom, {});
  if (newsroom.error) return <ProblemPage problem={newsroom.error} onRetry={() => void newsroom.refetch()} />;
  if (!newsroom.data) return <PageSkeleton />;
  return (
    <Page
      title={t('articles.fromFile')}
      lead={t('articles.fromFileLead')}
      crumbs={[{ label: t('articles.title'), to: paths.articles.to() }]}
      width="reading"
    >
      <ReadFile newsroom={newsroom.data} />
    </Page>
  );
}

type Newsroom = NonNullable<ReturnType<typeof useRead<typeof getNewsroom>>['data']>;

function ReadFile({ newsroom }: { newsroom: Newsroom }) {
  const t = useT();
  const vi = useLanguage() === 'vi';
  const heading = useId();
  const [place, setPlace] = useState('0');
  const [kind, setKind] = useState(newsroom.kinds[0]?.code ?? 'tin');
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [id] = useState(newId);
  const read = useWrite(articleFromDocument, { changes: ['/articles'] });
  const chosen = newsroom.places[Number(place)];
  if (!chosen) return <Notice tone="warning" title={t('articles.noPlace')} />;
  if (read.data) return <Done reply={read.data} />;
  const { unitId, teamId } = chosen;
  return (
    <Card>
      <form
        aria-labelledby={heading}
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) read.mutate({ id, fileId: file.id, unitId, teamId, kind });
        }}
      >
        <h2 id={heading} className="sr-only">
          {t('articles.fromFile')}
        </h2>
        {newsroom.places.length > 1 && (
          <Select
            label={t('articles.place')}
            value={place}
            onChange={setPlace}
            options={newsroom.places.map((one, at) => ({
              value: String(at),
              label: one.teamName ? `${one.teamName}, ${one.unitName}` : one.unitName,
            }))}
          />
        )}
        <Select
          label={t('articles.kind')}
          value={kind}
          onChange={setKind}
          options={newsroom.kinds.map((one) => ({ value: one.code, label: vi ? one.nameVi : one.nameEn }))}
        />
        <FileField
          label={t('articles.file')}
          hint={t('articles.fileHint')}
          unitId={unitId}
          accept={endings}
          value={file}
          onChange={setFile}
        />
        {read.error && <ProblemNotice problem={read.error} />}
        {read.isPending && <Notice live title={t('articles.reading')} />}
        <div>
          <Button type="submit" look="primary" icon={FileInput} disabled={!file} busy={read.isPending}>
            {t('articles.readFile')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

type Reply = NonNullable<ReturnType<typeof useWrite<typeof articleFromDocument>>['data']>;

function Done({ reply }: { reply: Reply }) {
  const t = useT();
  const { article, skipped, pictures } = reply;
  return (
    <Card title={article.title || t('articles.untitled')}>
      <div className="flex flex-col gap-4">
        <Notice tone="success" live title={t('articles.readDone', { n: article.text.words, pictures })} />
        {skipped.length > 0 && (
          <section className="flex flex-col gap-2">
            <h3 className="font-semibold">{t('articles.leftBehind')}</h3>
            <ul className="flex list-disc flex-col gap-1 pl-6">
              {[...new Set(skipped)].map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </section>
        )}
        <div className="flex flex-wrap gap-2">
          <a href={writingUrl(article.id)} className={buttonClass('primary')}>
            {t('articles.goOn')}
          </a>
          <LinkButton to={paths.article.to({ articleId: article.id })}>{t('articles.look')}</LinkButton>
        </div>
      </div>
    </Card>
  );
}
