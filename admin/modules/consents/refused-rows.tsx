import { useT } from '../../texts/load.ts';
import { Notice } from '../../ui/notice.tsx';

/** Lines of a sheet that stay outside, each with its reason. */
export function RefusedRows({ rows }: { rows: readonly { row: number; name: string; reason: string }[] }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <Notice tone="warning" title={t('consents.import.refused', { n: rows.length })}>
      <ul className="mt-1 list-disc ps-5">
        {rows.map((row) => (
          <li key={row.row} className="wrap-break-word">
            {t('consents.import.row', { row: row.row })}
            {row.name && ` (${row.name})`}: {row.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
