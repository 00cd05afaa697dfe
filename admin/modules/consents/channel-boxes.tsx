import { type ConsentChannel, consentChannels } from '#modules/media/classes.contract.ts';
import { useT } from '../../texts/load.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { FieldGroup } from '../../ui/field.tsx';

export interface ChannelBoxesProps {
  label: string;
  error?: string | undefined;
  value: readonly ConsentChannel[];
  onChange: (channels: ConsentChannel[]) => void;
}

/** Channels to tick, each by itself. Words: 'consents'. */
export function ChannelBoxes({ label, error, value, onChange }: ChannelBoxesProps) {
  const t = useT();
  return (
    <FieldGroup label={label} error={error}>
      <div className="flex flex-wrap gap-x-6">
        {consentChannels.map((channel) => (
          <Checkbox
            key={channel}
            label={t(`consents.channel.${channel}`)}
            checked={value.includes(channel)}
            onChange={(on) => onChange(on ? [...value, channel] : value.filter((one) => one !== channel))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
