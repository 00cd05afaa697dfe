import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { postKinds } from '#lib/unit-kinds.ts';
import type { UnitDetail } from '#modules/org/org.contract.ts';
import { listPosts, type PostRow } from '#modules/org/posts.contract.ts';
import { useList } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { AddPost } from './post-add.tsx';
import { PostLine } from './post-line.tsx';

/** The posts of a unit: who holds which since when; a vacant one waits in marigold. */
export function UnitPosts({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const { can } = useSession();
  const [past, setPast] = useState(false);
  const [adding, setAdding] = useState(false);
  const sees = can('people.read', unit.path);
  const list = useList(
    listPosts,
    { unitId: unit.id, past: past ? 'include' : undefined, limit: 200 },
    { enabled: sees, keepPrevious: true },
  );
  const posts = inOrder(list.items ?? plainPosts(unit));
  const manages = unit.can.includes('manage-posts');
  return (
    <Card
      title={t('org.posts.title')}
      flush
      action={
        manages &&
        !adding && (
          <Button size="sm" icon={Plus} onClick={() => setAdding(true)}>
            {t('org.posts.add')}
          </Button>
        )
      }
    >
      {list.query.error && <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />}
      {adding && <AddPost unit={unit} onClose={() => setAdding(false)} />}
      {posts.length === 0 && !adding && (
        <EmptyState small title={t('org.posts.none')}>
          {manages && t('org.posts.noneHint')}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {posts.map((post) => (
          <PostLine key={post.id} post={post} />
        ))}
      </ul>
      {list.hasMore && <More shown={posts.length} hasMore busy={list.busy} onMore={list.more} />}
      {sees && (
        <div className="border-t border-line px-4 py-1">
          <Checkbox label={t('org.posts.past')} checked={past} onChange={setPast} />
        </div>
      )}
    </Card>
  );
}

/** Head first, members last; what ended at the end. */
function inOrder(posts: readonly PostRow[]): PostRow[] {
  const place = (post: PostRow) => (post.validTo === null ? 0 : postKinds.length) + postKinds.indexOf(post.kind);
  return [...posts].sort((a, b) => place(a) - place(b));
}

/** As the unit itself tells them, for a reader who may not see people elsewhere: without any act. */
const plainPosts = (unit: UnitDetail): PostRow[] =>
  unit.posts.map((post) => ({
    ...post,
    kind: postKinds.find((kind) => kind === post.kind) ?? 'member',
    unitId: unit.id,
    unitName: unit.name,
    validTo: null,
    can: [],
  }));
