import { useState } from 'react';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Toasts } from '../../ui/toast.tsx';
import { chooseTheme, useTheme } from '../theme.ts';
import { Fields } from './fields.tsx';
import { Lists } from './lists.tsx';
import { Parts } from './parts.tsx';
import { Signs } from './signs.tsx';

/** Every component in every state, for the eye and for axe; not part of the production build. */
export default function GalleryPage() {
  const t = useT();
  const theme = useTheme();
  const [busy, setBusy] = useState(false);
  return (
    <main>
      <Page
        title="Bộ linh kiện giao diện"
        lead="Mọi thành phần ở mọi trạng thái: nền sáng, nền tối, màn hình lớn và điện thoại."
        action={
          <>
            <Button onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}>
              {t(theme === 'dark' ? 'ui.person.theme.light' : 'ui.person.theme.dark')}
            </Button>
            <Button look="primary" busy={busy} onClick={() => setBusy(!busy)}>
              {t('ui.save')}
            </Button>
          </>
        }
      >
        <Signs />
        <Fields />
        <Lists />
        <Parts />
      </Page>
      <div id="layers" />
      <Toasts />
    </main>
  );
}
