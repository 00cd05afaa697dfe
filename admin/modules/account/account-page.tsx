import KeyRound from 'lucide-react/icons/key-round';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import Webhook from 'lucide-react/icons/webhook';
import { listSessions } from '#modules/access/access.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { speak } from '../../app/person-menu.tsx';
import { useSession } from '../../app/session.tsx';
import { chooseTheme, useTheme } from '../../app/theme.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import type { Language } from '../../texts/texts.ts';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { ChangePassword } from './change-password.tsx';

/** One's own account: who one is here, language and theme, password, and where one is signed in. */
export default function AccountPage() {
  const t = useT();
  return (
    <Page title={t('account.title')} lead={t('account.lead')} width="reading">
      <Who />
      <Looks />
      <Card title={t('account.password.title')}>
        <ChangePassword />
      </Card>
      <Sessions />
      <Keys />
    </Page>
  );
}

function Who() {
  const t = useT();
  const { me } = useSession();
  return (
    <Card title={me.person.name}>
      <p className="text-muted wrap-anywhere">{me.person.email}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {me.units.map((unit) => (
          <li key={unit.id}>
            <Link to={paths.unit.to({ unitId: unit.id })}>{unit.name}</Link>
            <span className="block text-xs text-muted">
              {unit.roles.map((role) => t(`ui.role.${role}`)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {me.units.length === 0 && <p className="mt-3">{t('account.noRoles')}</p>}
    </Card>
  );
}

function Looks() {
  const t = useT();
  const language = useLanguage();
  const theme = useTheme();
  return (
    <Card title={t('account.looks')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <RadioGroup<Language>
          label={t('ui.person.language')}
          hint={t('account.languageHint')}
          value={language}
          onChange={(to) => void speak(to)}
          options={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <RadioGroup
          label={t('ui.person.theme')}
          value={theme}
          onChange={chooseTheme}
          options={(['light', 'dark', 'system'] as const).map((value) => ({
            value,
            label: t(`ui.person.theme.${value}`),
          }))}
        />
      </div>
    </Card>
  );
}

function Keys() {
  const t = useT();
  const { canAnywhere } = useSession();
  return (
    <Card title={t('account.keys.title')}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{t('account.keys.hint')}</p>
        <div className="flex flex-wrap gap-2">
          <LinkButton icon={KeyRound} to={paths.keys.to()}>
            {t('account.keys.see')}
          </LinkButton>
          {canAnywhere('webhooks.manage') && (
            <LinkButton icon={Webhook} to={paths.webhooks.to()}>
              {t('ui.nav.webhooks')}
            </LinkButton>
          )}
        </div>
      </div>
    </Card>
  );
}

function Sessions() {
  const t = useT();
  const { data } = useRead(listSessions, {});
  const others = data?.items.filter((session) => !session.current).length;
  return (
    <Card title={t('ui.sessions.title')}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          {others === undefined && t('ui.loading')}
          {others === 0 && t('account.sessions.onlyThis')}
          {others !== undefined && others > 0 && t('account.sessions.others', { n: others })}
        </p>
        <LinkButton icon={MonitorSmartphone} to={paths.sessions.to()}>
          {t('account.sessions.see')}
        </LinkButton>
      </div>
    </Card>
  );
}
