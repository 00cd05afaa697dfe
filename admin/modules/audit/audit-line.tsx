import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { moment } from '#lib/format.ts';
import type { AuditRecord } from '#modules/audit/audit.contract.ts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Link } from '../../ui/link.tsx';
import { AuditChanges } from './audit-changes.tsx';
import { eventWord } from './audit-words.ts';
import { type SubjectPage, subjectPage } from './changes.ts';

/** One change in a line: when, who, what; opened, the fields before and after. */
export function AuditLine({ record }: { record: AuditRecord }) {
  const t = useT();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none items-start gap-3 px-4 py-3 -outline-offset-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <ChevronRight
            size={16}
            aria-hidden
            className="mt-1 shrink-0 text-muted transition-transform group-open:rotate-90"
          />
          <span className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <span className="text-muted tabular-nums">{moment(record.at, Date.now(), language)}</span>
            <span className="min-w-0 wrap-break-word">
              <span className="font-semibold">{eventWord(record.event)}</span>
              <Subject record={record} />
              <span className="block text-xs text-muted">
                {record.personName ?? t('audit.system')}
                {record.unitName !== null && `, ${t('audit.at', { unit: record.unitName })}`}
              </span>
            </span>
          </span>
        </summary>
        {open && <Details record={record} />}
      </details>
    </li>
  );
}

/** What was changed, in words: its name, the title that its row carries, or the beginning of a line's text. */
function Subject({ record }: { record: AuditRecord }) {
  const row = record.after ?? record.before;
  const at = subjectPage(record.subjectKind, record.subjectId, row);
  const text = record.subjectKind === 'plan-line' ? row?.text : undefined;
  const told = text ?? (at && record.names[at.id]) ?? row?.title ?? row?.name;
  return typeof told === 'string' && told !== record.unitName ? <span>: {beginning(told)}</span> : null;
}

const SHOWN = 120;
const beginning = (text: string) => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).trimEnd()}…`);

function Details({ record }: { record: AuditRecord }) {
  const t = useT();
  const at = subjectPage(record.subjectKind, record.subjectId, record.after ?? record.before);
  return (
    <div className="flex flex-col gap-3 px-4 pt-2 pb-4 sm:pl-11">
      {record.reason !== null && <p>{t('audit.reason', { reason: record.reason })}</p>}
      <AuditChanges record={record} />
      {at && (
        <p>
          <Link to={addressOf(at)}>{t('audit.open')}</Link>
        </p>
      )}
    </div>
  );
}

function addressOf({ page, id }: SubjectPage): string {
  if (page === 'unit') return paths.unit.to({ unitId: id });
  if (page === 'person') return paths.person.to({ personId: id });
  if (page === 'plan') return paths.plan.to({ planId: id });
  if (page === 'activity') return paths.activity.to({ lineId: id });
  if (page === 'output') return paths.output.to({ outputId: id });
  return paths.incomingDocument.to({ documentId: id });
}
