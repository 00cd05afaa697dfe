import { useState } from 'react';
import { listOutputs, pasteAddresses } from '#modules/outputs/outputs.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useDraft } from '../../app/draft.ts';
import { DraftNotice } from '../../app/draft-notice.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { PasteResults } from './paste-results.tsx';
import { pastedAddresses } from './pasted-addresses.ts';

const MOST = 50;

/** "Đăng ngoài hệ thống": addresses become items, each row says what became of it. */
export default function PastePage() {
  const t = useT();
  const { unit } = useSession();
  const [ids, setIds] = useState<string[]>([]);
  return (
    <Page
      width="reading"
      title={t('outputs.pasteTitle')}
      lead={t('outputs.pasteLead')}
      crumbs={[{ label: t('outputs.title'), to: paths.outputs.to() }]}
    >
      {unit && ids.length === 0 && <PasteForm key={unit.id} unitId={unit.id} onPasted={setIds} />}
      {ids.length > 0 && <Pasted ids={ids} onMore={() => setIds([])} />}
    </Page>
  );
}

function PasteForm({ unitId, onPasted }: { unitId: string; onPasted: (ids: string[]) => void }) {
  const t = useT();
  const draft = useDraft(`paste-addresses:${unitId}`, '');
  const [error, setError] = useState<string>();
  const paste = useWrite(pasteAddresses, {
    changes: ['/outputs'],
    onDone: ({ items }) => {
      draft.clear();
      onPasted(items.map((item) => item.id));
    },
  });
  const submit = () => {
    const addresses = pastedAddresses(draft.value);
    if (addresses.length === 0) return setError(t('outputs.pasteNone'));
    if (addresses.length > MOST) return setError(t('outputs.pasteMany', { n: addresses.length }));
    paste.mutate({ unitId, addresses });
  };
  return (
    <Card>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!paste.isPending) submit();
        }}
      >
        <DraftNotice draft={draft} />
        {paste.error && <Notice live tone="danger" title={paste.error.title} />}
        <TextArea
          label={t('outputs.pasteLabel')}
          hint={t('outputs.pasteHint')}
          rows={8}
          inputMode="url"
          value={draft.value}
          error={error}
          onChange={(text) => {
            setError(undefined);
            draft.set(text);
          }}
        />
        <div>
          <Button type="submit" look="primary" busy={paste.isPending}>
            {t('outputs.pasteSend')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Asks again until each page has been read or refused. */
function Pasted({ ids, onMore }: { ids: string[]; onMore: () => void }) {
  const t = useT();
  const [reading, setReading] = useState(true);
  const input = { ids: ids.join(','), limit: 50 };
  const list = useRead(listOutputs, input, reading ? { refetchEvery: 1500 } : {});
  const rows = ids.flatMap((id) => list.data?.items.find((row) => row.id === id) ?? []);
  const still = rows.filter((row) => row.captureState === 'waiting').length;
  if (reading && rows.length > 0 && still === 0) setReading(false);
  return (
    <>
      <PasteResults rows={rows} still={still} />
      <div>
        <Button onClick={onMore}>{t('outputs.pasteAgain')}</Button>
      </div>
    </>
  );
}
