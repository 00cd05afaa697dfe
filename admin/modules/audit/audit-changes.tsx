import type { AuditRecord } from '#modules/audit/audit.contract.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { fieldWord, valueWord } from './audit-words.ts';
import { type Change, changesOf } from './changes.ts';

/** The fields of a change; where the row was made or removed there is one column only. */
export function AuditChanges({ record }: { record: AuditRecord }) {
  const t = useT();
  const language = useLanguage();
  // Levels above are told that something happened inside a unit, not what was written there.
  if (record.before === null && record.after === null) return <p className="text-muted">{t('audit.inside')}</p>;
  const changes = changesOf(record.before, record.after);
  if (changes.length === 0) return <p className="text-muted">{t('audit.noFields')}</p>;
  const both = record.before !== null && record.after !== null;
  const reading = { names: record.names, language, now: Date.now() };
  const word = (change: Change, side: 'before' | 'after') => valueWord(change.field, change[side], reading);
  const side = record.after === null ? 'before' : 'after';
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 rounded-md border border-line bg-paper">
      <caption className="sr-only">{t('audit.value')}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col" className={cx(head, 'w-1/4')}>
            {t('audit.field')}
          </th>
          {both && (
            <th scope="col" className={head}>
              {t('audit.before')}
            </th>
          )}
          <th scope="col" className={head}>
            {t(both ? 'audit.after' : 'audit.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr
            key={change.field}
            className="max-sm:block max-sm:border-b max-sm:border-line max-sm:py-2 max-sm:last:border-0"
          >
            <th scope="row" className={cx(cell, 'font-semibold')}>
              {fieldWord(change.field)}
            </th>
            {both && (
              <td className={cx(cell, 'text-muted')}>
                <span className="text-xs sm:hidden">{t('audit.before')}: </span>
                {word(change, 'before')}
              </td>
            )}
            <td className={cell}>
              {both && <span className="text-xs text-muted sm:hidden">{t('audit.after')}: </span>}
              {word(change, side)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const head = 'border-b border-line px-3 py-2 text-left text-xs font-semibold text-muted';
const cell =
  'px-3 py-2 text-left align-top font-normal wrap-anywhere whitespace-pre-line max-sm:block max-sm:py-0.5 sm:border-b sm:border-line sm:[tr:last-child>&]:border-0';
