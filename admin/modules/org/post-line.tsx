import Ellipsis from 'lucide-react/icons/ellipsis';
import UserRound from 'lucide-react/icons/user-round';
import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import type { PostRow } from '#modules/org/posts.contract.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Menu } from '../../ui/menu.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { AssignPost, LeavePost } from './post-forms.tsx';

type Act = 'assign' | 'vacate' | 'end';

/** One post with its holder and days, and the form of the act that was chosen below it. */
export function PostLine({ post }: { post: PostRow }) {
  const t = useT();
  const [act, setAct] = useState<Act>();
  const vacant = post.personId === null && post.validTo === null;
  const done = () => setAct(undefined);
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {post.personName ? (
          <Avatar name={post.personName} />
        ) : (
          <span aria-hidden className="grid size-8 place-items-center rounded-full bg-sunken text-muted">
            <UserRound size={16} />
          </span>
        )}
        <div className="min-w-0 flex-1 basis-40">
          <div className="font-semibold">{post.title}</div>
          <Holder post={post} />
        </div>
        {vacant && <StateTag tone={post.can.length > 0 ? 'waiting' : 'warning'}>{t('org.posts.vacant')}</StateTag>}
        {post.can.length > 0 && <PostActs post={post} onAct={setAct} />}
      </div>
      {act === 'assign' && <AssignPost post={post} onClose={done} />}
      {(act === 'vacate' || act === 'end') && <LeavePost post={post} act={act} onClose={done} />}
    </li>
  );
}

function Holder({ post }: { post: PostRow }) {
  const t = useT();
  const { canAnywhere } = useSession();
  const from = shortDay(post.validFrom);
  const days =
    post.validTo === null
      ? t(post.personId ? 'org.posts.since' : 'org.posts.vacantSince', { from })
      : t('org.parents.past', { from, to: shortDay(post.validTo) });
  return (
    <div className="text-xs text-muted">
      {post.personId && post.personName && (
        <>
          {canAnywhere('people.read') ? (
            <Link to={paths.person.to({ personId: post.personId })}>{post.personName}</Link>
          ) : (
            <span className="text-ink">{post.personName}</span>
          )}
          {' · '}
        </>
      )}
      {days}
    </div>
  );
}

function PostActs({ post, onAct }: { post: PostRow; onAct: (act: Act) => void }) {
  const t = useT();
  const held = post.personId !== null;
  const more = post.can.filter((act) => act !== 'assign' || held);
  const words = { assign: t('org.posts.reassign'), vacate: t('org.posts.vacate'), end: t('org.posts.end') };
  return (
    <>
      {!held && post.can.includes('assign') && (
        <Button size="sm" onClick={() => onAct('assign')} aria-label={`${t('org.posts.assign')}: ${post.title}`}>
          {t('org.posts.assign')}
        </Button>
      )}
      <Menu
        trigger={<IconButton icon={Ellipsis} tip="none" label={t('org.posts.actionsOf', { title: post.title })} />}
        groups={[
          { items: more.map((act) => ({ label: words[act], danger: act === 'end', onSelect: () => onAct(act) })) },
        ]}
      />
    </>
  );
}
