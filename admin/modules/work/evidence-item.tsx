import CalendarCheck from 'lucide-react/icons/calendar-check';
import FileText from 'lucide-react/icons/file-text';
import LinkIcon from 'lucide-react/icons/link';
import Newspaper from 'lucide-react/icons/newspaper';
import Paperclip from 'lucide-react/icons/paperclip';
import { useState } from 'react';
import { formatBytes, formatNumber, shortDay } from '#lib/format.ts';
import type { EvidenceRow } from '#modules/work/evidence.contract.ts';
import type { Series } from '#modules/work/series.contract.ts';
import { paths } from '../../app/paths.ts';
import { fileUrl } from '../../app/upload.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Link } from '../../ui/link.tsx';
import { DecideEvidence, EvidenceMenu, RefuseEvidence } from './decide-evidence.tsx';
import { EvidenceState } from './evidence-state.tsx';
import { EvidenceWay } from './evidence-way.tsx';

const icons = { link: LinkIcon, file: FileText, event: CalendarCheck, placement: Newspaper };
const outside = 'text-primary underline underline-offset-2 hover:text-primary-hover';

/** One piece: what it is, where it can be seen, which way it went, and what may be done with it. */
export function EvidenceItem({ of, series }: { of: EvidenceRow; series: readonly Series[] }) {
  const t = useT();
  const language = useLanguage();
  const [refusing, setRefusing] = useState(false);
  const Icon = icons[of.kind];
  const inSeries = series.find((s) => s.id === of.seriesId);
  const facts = [
    shortDay(of.madeOn),
    of.outlet,
    of.authorName,
    of.place,
    of.participants !== null && t('work.evidence.participants', { n: formatNumber(of.participants, 0, language) }),
    of.amount > 1 && t('work.evidence.amount', { n: formatNumber(of.amount, 0, language) }),
    inSeries && t('work.evidence.seriesIn', { title: inSeries.title }),
  ].filter(Boolean);
  return (
    <li className="flex gap-3 p-4">
      <Icon size={18} className="mt-0.5 shrink-0 text-muted" aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <div className="min-w-0">
            <p className="font-semibold wrap-break-word">{of.title}</p>
            <p className="text-xs text-muted">{facts.join(' · ')}</p>
          </div>
          <span className="flex items-center gap-1">
            <EvidenceState of={of} />
            <EvidenceMenu of={of} onRefuse={() => setRefusing(true)} />
          </span>
        </div>
        {of.note && <p className="whitespace-pre-line">{of.note}</p>}
        {of.from && (
          <p className="text-xs">
            <Link to={paths.activity.to({ lineId: of.from.lineId })}>
              {t('work.evidence.from', { title: of.from.title })}
            </Link>
          </p>
        )}
        <Proofs of={of} />
        <EvidenceWay of={of} />
        {refusing ? (
          <RefuseEvidence of={of} onClose={() => setRefusing(false)} />
        ) : (
          <DecideEvidence of={of} onRefuse={() => setRefusing(true)} />
        )}
      </div>
    </li>
  );
}

/** Where it can be seen: the page, its saved copy, files. */
function Proofs({ of }: { of: EvidenceRow }) {
  const t = useT();
  const language = useLanguage();
  if (!of.url && !of.snapshotId && of.files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {of.url && (
        <li className="max-w-full min-w-0">
          <a href={of.url} target="_blank" rel="noreferrer noopener" className={`${outside} break-all`}>
            {of.title === of.url ? t('work.evidence.open') : of.url}
          </a>
        </li>
      )}
      {of.snapshotId && (
        <li>
          <a href={fileUrl(of.snapshotId)} className={outside}>
            {t('work.evidence.snapshot')}
          </a>
        </li>
      )}
      {of.files.map((file) => (
        <li key={file.id} className="inline-flex items-center gap-1">
          <Paperclip size={14} className="text-muted" aria-hidden />
          <a href={fileUrl(file.id, file.mediaType === 'application/pdf')} className={`${outside} break-all`}>
            {file.name}
          </a>
          <span className="text-xs text-muted">{formatBytes(file.bytes, language)}</span>
        </li>
      ))}
    </ul>
  );
}
