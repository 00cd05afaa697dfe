import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import type { BoundText } from '#lib/article-content.ts';
import { type BlockChange, diffTexts, isUnchanged } from '#lib/article-diff.ts';
import type { WordChange } from '#lib/plan-diff.ts';
import type { ArticleText, ArticleWhole } from '#modules/articles/articles.contract.ts';
import { editionChanges } from '#modules/articles/editions.contract.ts';
import { getVersion } from '#modules/articles/versions.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import type { Problem } from '../../app/problem.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { usePhone } from '../../ui/media.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { noComparison, withOrigin } from './versions-panel.tsx';

/** Two versions of the text, or an edition and its origin: side by side on a desk, one in the other on a phone. */
export function VersionCompare({ article }: { article: ArticleWhole }) {
  const [{ soSanh }] = useFilters(noComparison);
  const [from = NaN, to = NaN] = soSanh.split('-').map(Number);
  if (soSanh === withOrigin && article.originId !== null) return <WithOrigin article={article} />;
  if (!Number.isInteger(from) || !Number.isInteger(to) || !article.inside) return null;
  return <TwoVersions article={article} from={from} to={to} />;
}

function TwoVersions({ article, from, to }: { article: ArticleWhole; from: number; to: number }) {
  const t = useT();
  const before = useRead(getVersion, { articleId: article.id, n: from });
  // The newest words move on with the page: they are in its cache key by their version.
  const after = useRead(getVersion, { articleId: article.id, n: to });
  const name = (n: number) => (n === 0 ? t('articles.newest') : t('articles.version', { n }));
  return (
    <Compared
      title={t('articles.compareTitle', { from: name(from), to: name(to) })}
      problem={before.error ?? after.error}
      onRetry={() => void Promise.all([before.refetch(), after.refetch()])}
      texts={before.data && after.data && { before: before.data.text, after: after.data.text }}
    />
  );
}

function WithOrigin({ article }: { article: ArticleWhole }) {
  const t = useT();
  const { data, error, refetch } = useRead(editionChanges, { articleId: article.id });
  const names = { from: article.originUnitName ?? '', to: article.unitName };
  return (
    <Compared title={t('articles.compareTitle', names)} problem={error} onRetry={() => void refetch()} texts={data} />
  );
}

type Words = Pick<ArticleText, keyof BoundText>;
interface ComparedProps {
  title: string;
  problem: Problem | null;
  onRetry: () => void;
  texts: { before: Words; after: Words } | undefined;
}

function Compared({ title, problem, onRetry, texts }: ComparedProps) {
  const t = useT();
  const [, choose] = useFilters(noComparison);
  return (
    <Card
      title={title}
      action={<IconButton icon={X} label={t('articles.compareClose')} onClick={() => choose({ soSanh: '' })} />}
    >
      {problem && <ProblemNotice problem={problem} onRetry={onRetry} />}
      {!problem && !texts && <Skeleton lines={6} />}
      {texts && <Changes before={texts.before} after={texts.after} />}
    </Card>
  );
}

function Changes({ before, after }: { before: Words; after: Words }) {
  const t = useT();
  const diff = diffTexts(before as unknown as BoundText, after as unknown as BoundText);
  if (isUnchanged(diff)) return <p className="text-muted">{t('articles.noChange')}</p>;
  return (
    <div className="flex flex-col gap-4">
      {diff.facts.map(({ name, words }) => (
        <Row key={name} label={t(`articles.fact.${name}`)} words={words} />
      ))}
      {numbered(diff.blocks).map(([key, block]) => (
        <BlockRow key={key} block={block} />
      ))}
    </div>
  );
}

const numbered = (blocks: readonly BlockChange[]): [string, BlockChange][] =>
  blocks.map((block, at) => [`${block.kind} ${at}`, block]);

function BlockRow({ block }: { block: BlockChange }) {
  const t = useT();
  const said = [
    block.kind === 'moved' && t('articles.change.moved'),
    block.look && t('articles.change.look'),
    ...block.facts.map((fact) => t(`articles.change.${fact}`)),
  ].filter((one) => one !== false);
  if (block.words.length === 0 && block.picture === null && said.length === 0) return null;
  return (
    <Row label={said.join(' · ')} words={block.words}>
      {block.picture && (
        <img
          src={cutAddress(block.picture.cutId, '480')}
          alt={block.picture.alt}
          loading="lazy"
          className="max-h-32 rounded-md bg-sunken"
        />
      )}
    </Row>
  );
}

function Row({ label, words, children }: { label: string; words: readonly WordChange[]; children?: ReactNode }) {
  const phone = usePhone();
  const side = (kinds: readonly WordChange['kind'][]) => (
    <Words words={words.filter((word) => kinds.includes(word.kind))} />
  );
  return (
    <div className="flex flex-col gap-1">
      {label && <span className="text-xs font-semibold text-muted">{label}</span>}
      {children}
      {phone ? (
        <Words words={words} />
      ) : (
        <div className="grid grid-cols-2 gap-6">
          {side(['same', 'removed'])}
          {side(['same', 'added'])}
        </div>
      )}
    </div>
  );
}

/** Words put in and taken out: by mark and colour for the eye, by words for the ear. */
function Words({ words }: { words: readonly WordChange[] }) {
  const t = useT();
  let at = 0;
  return (
    <p className="wrap-anywhere whitespace-pre-line">
      {words.map(({ kind, text }) => {
        const key = `${kind} ${at}`;
        at += text.length;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const [Tag, look] =
          kind === 'added'
            ? (['ins', 'bg-success-soft text-success'] as const)
            : (['del', 'bg-danger-soft text-danger'] as const);
        return (
          <Tag key={key} className={`rounded-sm ${look}`}>
            <span className="sr-only">[{t(`articles.change.${kind}`)}: </span>
            {text}
            <span className="sr-only">]</span>
          </Tag>
        );
      })}
    </p>
  );
}
