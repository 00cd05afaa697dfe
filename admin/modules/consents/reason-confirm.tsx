import { type ReactNode, useState } from 'react';
import { useT } from '../../texts/load.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export interface ReasonConfirmProps {
  open: boolean;
  title: string;
  verb: string;
  /** Over the field of the reason. */
  label: string;
  busy: boolean;
  children: ReactNode;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Something that cannot be undone, with why it is done. Words: 'consents'. */
export function ReasonConfirm({ open, title, verb, label, busy, children, onConfirm, onClose }: ReasonConfirmProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = reason.trim() !== '';
  const confirm = () => {
    setTried(true);
    if (said) onConfirm(reason);
  };
  return (
    <Confirm danger {...{ open, title, verb, busy, onClose }} onConfirm={confirm}>
      <div className="flex flex-col gap-4">
        {children}
        <TextInput
          label={label}
          required
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={tried && !said ? t('consents.needReason') : undefined}
        />
      </div>
    </Confirm>
  );
}
