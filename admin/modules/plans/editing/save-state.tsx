import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedAt, type SaveState } from '../../../ui/saved-at.tsx';
import { type Book, HEADER } from './book.ts';
import { useBook } from './use-desk.ts';

/** How the whole stands with the server, in the words of the kit. */
export function saveStateOf(book: Book): SaveState {
  const unsent = book.unsent();
  if (book.stopped || unsent.some((entry) => entry.state === 'refused')) return 'failed';
  if (unsent.length > 0) return book.offline ? 'kept' : 'saving';
  return book.savedAt === null ? 'idle' : 'saved';
}

/** 'Đã lưu 14:05', 'Chưa gửi, đang giữ trên máy này' … beside the title of an editor. */
export function SavedMark() {
  const state = useBook(saveStateOf);
  const at = useBook((book) => book.savedAt);
  return <SavedAt state={state} at={at ?? undefined} />;
}

/** What is not on the server stays in sight on a phone, however far down one reads. */
export function UnsavedPill() {
  const state = useBook(saveStateOf);
  if (state !== 'kept' && state !== 'failed') return null;
  return (
    <div className="fixed right-4 bottom-4 z-30 rounded-full bg-paper px-3 py-1 shadow-soft lg:hidden">
      <SavedMark />
    </div>
  );
}

const firstClash = (book: Book): string | undefined => book.unsent().find((entry) => entry.state === 'clash')?.id;
const countClashes = (book: Book): number => book.unsent().filter((entry) => entry.state === 'clash').length;

/** What stands in the way: places that two people changed, or a plan that was submitted meanwhile. */
export function SaveNotices({ onGo }: { onGo: (id: string) => void }) {
  const t = useT();
  const stopped = useBook((book) => book.stopped);
  const clashes = useBook(countClashes);
  const first = useBook(firstClash);
  return (
    <>
      {stopped && (
        <Notice live tone="danger" title={t('plans.edit.stopped')}>
          {t('plans.edit.stoppedHint', { reason: stopped })}
        </Notice>
      )}
      {clashes > 0 && first !== undefined && (
        <Notice
          live
          tone="warning"
          title={t('plans.edit.clash.count', { n: clashes })}
          action={
            <Button size="sm" onClick={() => onGo(first)}>
              {t('plans.edit.clash.goTo')}
            </Button>
          }
        />
      )}
    </>
  );
}

export const placeOfEntry = (id: string): string => (id === HEADER ? 'plan-header' : `line-${id}`);
