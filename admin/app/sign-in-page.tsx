import { useNavigate, useSearch } from '@tanstack/react-router';
import { useT } from '../texts/load.ts';
import { Link } from '../ui/link.tsx';
import { queries } from './data.ts';
import { Outside } from './outside.tsx';
import { fromServer, paths } from './paths.ts';
import { SignInForm } from './sign-in-form.tsx';

export default function SignInPage() {
  const t = useT();
  const navigate = useNavigate();
  const { den } = useSearch({ strict: false }) as { den?: string };
  const enter = () => {
    queries.clear();
    // Only an address of the app itself; a link in a mail must not lead elsewhere after the sign-in.
    void navigate({ to: fromServer(den) ?? '/', replace: true });
  };
  return (
    <Outside title={t('ui.signIn.title')} lead={t('ui.signIn.lead')}>
      <SignInForm onDone={enter} />
      <p className="text-muted">
        <Link to={paths.forgotPassword.to()}>{t('ui.signIn.forgot')}</Link>
        <br />
        {t('ui.signIn.help')}
      </p>
    </Outside>
  );
}
