import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { type ComponentProps, useState } from 'react';
import { signIn } from '#modules/access/access.contract.ts';
import { useT } from '../texts/load.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useWrite } from './data.ts';

/** A password with an eye beside it. */
export function PasswordInput(props: ComponentProps<typeof TextInput>) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      end={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'ui.signIn.hidePassword' : 'ui.signIn.showPassword')}
          tip="none"
          className="size-8 md:size-8"
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}

/** Address and password; used by the sign-in page and, over a page, when a session has ended. */
export function SignInForm({ email: known, onDone }: { email?: string; onDone: (personId: string) => void }) {
  const t = useT();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const enter = useWrite(signIn, { onDone: ({ personId }) => onDone(personId) });
  const { error } = enter;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!enter.isPending) enter.mutate({ email, password });
      }}
    >
      {error && !error.fields && <Notice live tone="danger" title={error.title} />}
      <TextInput
        label={t('ui.signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        disabled={known !== undefined}
        error={error?.fields?.email}
      />
      <PasswordInput
        label={t('ui.signIn.password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={error?.fields?.password}
      />
      <Button type="submit" look="primary" busy={enter.isPending} className="mt-2">
        {t('ui.signIn.submit')}
      </Button>
    </form>
  );
}
