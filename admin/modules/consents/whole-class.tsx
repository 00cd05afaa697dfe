import { useState } from 'react';
import { type ConsentChannel, consentChannels, type Party, parties } from '#modules/media/classes.contract.ts';
import type { PupilConsents } from '#modules/media/consents.contract.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox, RadioGroup } from '../../ui/choices.tsx';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { type Mark, markedAll, type Pending } from './pending.ts';

export interface WholeClassProps {
  pupils: readonly PupilConsents[];
  pending: Pending;
  onMark: (pending: Pending) => void;
}

/** 'Cả lớp, trừ …': nothing is ticked beforehand, and nothing is recorded here. */
export function WholeClass({ pupils, pending, onMark }: WholeClassProps) {
  const t = useT();
  const [channels, setChannels] = useState<readonly ConsentChannel[]>([]);
  const [asked, setAsked] = useState<readonly Party[]>([]);
  const [mark, setMark] = useState<Mark | null>(null);
  const [except, setExcept] = useState<PupilConsents[]>([]);
  const ready = channels.length > 0 && asked.length > 0 && mark !== null;
  const apply = () => {
    if (mark === null) return;
    onMark(markedAll(pending, pupils, { channels, parties: asked, mark, except: new Set(except.map((p) => p.id)) }));
  };
  return (
    <Card title={t('consents.whole')}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-muted">{t('consents.wholeHint')}</p>
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <FieldGroup label={t('consents.wholeChannels')}>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {consentChannels.map((channel) => (
                <Checkbox
                  key={channel}
                  label={t(`consents.channel.${channel}`)}
                  checked={channels.includes(channel)}
                  onChange={() => setChannels(toggled(channels, channel))}
                />
              ))}
            </div>
          </FieldGroup>
          <FieldGroup label={t('consents.wholeParties')}>
            {parties.map((party) => (
              <Checkbox
                key={party}
                label={t(`consents.party.${party}`)}
                checked={asked.includes(party)}
                onChange={() => setAsked(toggled(asked, party))}
              />
            ))}
          </FieldGroup>
          <RadioGroup<Mark>
            label={t('consents.wholeAnswer')}
            value={mark}
            onChange={setMark}
            options={[
              { value: 'given', label: t('consents.state.given') },
              { value: 'refused', label: t('consents.state.refused') },
            ]}
          />
          <ComboboxMany
            label={t('consents.wholeExcept')}
            hint={t('consents.wholeExceptHint')}
            className="min-w-64 flex-1"
            items={pupils}
            value={except}
            onChange={setExcept}
            keyOf={(pupil) => pupil.id}
            labelOf={(pupil) => pupil.name}
          />
        </div>
        <div>
          <Button disabled={!ready} onClick={apply}>
            {t('consents.wholeApply')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
