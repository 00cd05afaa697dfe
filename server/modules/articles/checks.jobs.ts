import { urlKey } from '#lib/web-address.ts';
import { fetchGuarded } from '#platform/fetch/fetch.ts';
import { handleOutside, onClock, subscribeTogether } from '#platform/jobs.ts';
import type { Db } from '#platform/tx.ts';
import { refusalOf } from '../outputs/outputs.ts';
import { forgetLinkChecks, keepLinkCheck } from './checks.sql.ts';
import { keepSketches } from './near-copies.ts';

/** A page is not read, only asked for: its first bytes say enough. Some sites answer HEAD with an error, so it is a GET. */
async function lookAt(db: Db, { url }: { url: string }): Promise<void> {
  const key = urlKey(url);
  if (key === null) return;
  const fetched = await fetchGuarded(url, { timeoutMs: 10_000, maxBytes: 3 * 1024 * 1024 });
  // A page that is large or lies behind a sign-in is there.
  const reason = refusalOf(fetched);
  const ok = reason === undefined || reason === 'too-large' || reason === 'closed';
  const status = fetched.outcome === 'answered' ? fetched.status : null;
  await keepLinkCheck(db, { url_key: key, url, ok, status, reason: ok ? null : reason, checked_at: new Date() });
}

export function checkJobs(): void {
  handleOutside<{ url: string }>('articles.check-link', lookAt);
  for (const event of ['article.submitted', 'article.approved', 'article.published'])
    subscribeTogether(event, 'keep-sketch', (tx, notes) =>
      keepSketches(
        tx,
        notes.map((note) => note.subjectId),
      ),
    );
  onClock('articles.forget-link-checks', '40 2 * * *', (tx) =>
    forgetLinkChecks(tx, new Date(Date.now() - 30 * 86_400_000)),
  );
}
