import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import { boxClass, Field, type FieldProps } from './field.tsx';

export interface CopyFieldProps extends Omit<FieldProps, 'children' | 'required' | 'error'> {
  value: string;
  /** Words of the button before and after. */
  verb: string;
  done: string;
}

/** A value to take away: shown to be read, copied by a button; where the browser refuses, it is selected for the keys. */
export function CopyField({ value, verb, done, ...field }: CopyFieldProps) {
  const [copied, setCopied] = useState(false);
  return (
    <Field {...field}>
      {(control) => (
        <div className="flex flex-wrap gap-2">
          <input
            {...control}
            readOnly
            value={value}
            className={`${boxClass} min-w-0 flex-1 basis-52 font-mono text-sm`}
            onFocus={(event) => event.target.select()}
          />
          <Button
            icon={copied ? Check : Copy}
            onClick={() => {
              const box = document.getElementById(control.id);
              void copyText(value).then((took) => {
                if (took) setCopied(true);
                else if (box instanceof HTMLInputElement) box.focus();
              });
            }}
          >
            {copied ? done : verb}
          </Button>
        </div>
      )}
    </Field>
  );
}
