import BookmarkCheck from 'lucide-react/icons/bookmark-check';
import Clock from 'lucide-react/icons/clock';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import EyeOff from 'lucide-react/icons/eye-off';
import Globe from 'lucide-react/icons/globe';
import Hourglass from 'lucide-react/icons/hourglass';
import PenLine from 'lucide-react/icons/pen-line';
import type { ArticleRow, Stage } from '#modules/articles/articles.contract.ts';
import { useT } from '../../texts/load.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

const looks: Record<Stage, { tone: Tone; icon: typeof Clock }> = {
  writing: { tone: 'neutral', icon: PenLine },
  'in-review': { tone: 'info', icon: Hourglass },
  returned: { tone: 'danger', icon: CornerUpLeft },
  approved: { tone: 'success', icon: BookmarkCheck },
  scheduled: { tone: 'info', icon: Clock },
  published: { tone: 'success', icon: Globe },
  'taken-down': { tone: 'warning', icon: EyeOff },
};

/** How far a text has come. A live text that is being changed says both: what is public, and what is in the making. */
export function StageTag({ article }: { article: Pick<ArticleRow, 'stage' | 'live'> }) {
  const t = useT();
  const { tone, icon } = looks[article.stage];
  return (
    <span className="inline-flex flex-wrap gap-1">
      {article.live && article.stage !== 'published' && (
        <StateTag tone="success" icon={Globe}>
          {t('articles.stage.published')}
        </StateTag>
      )}
      <StateTag tone={tone} icon={icon}>
        {t(
          article.live && article.stage !== 'published'
            ? `articles.correction.${article.stage}`
            : `articles.stage.${article.stage}`,
        )}
      </StateTag>
    </span>
  );
}
