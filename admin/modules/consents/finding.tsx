import type { PictureFinding } from '#modules/media/media.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface ConsentNoticeProps {
  finding: PictureFinding;
  /** The page of the picture, where it is blurred, cropped and people are marked. */
  pictureTo?: string;
  /** Said as well when nothing stands against the picture. */
  showReady?: boolean;
}

const covering = new Set<PictureFinding['finding']>(['no-consent', 'refused', 'ended', 'blocked']);

/** What stands against showing a picture on a channel, whose answer is missing, and the way out. Words: 'consents'. */
export function ConsentNotice({ finding, pictureTo, showReady = false }: ConsentNoticeProps) {
  const t = useT();
  if (finding.finding === 'ready')
    return showReady ? <Notice tone="success" title={t('consents.finding.ready')} /> : null;
  const classId = finding.subjects.find((one) => one.classId !== null)?.classId;
  return (
    <Notice
      tone={finding.finding === 'people-unsaid' ? 'warning' : 'danger'}
      title={t(`consents.finding.${finding.finding}`)}
      action={
        <>
          {pictureTo && covering.has(finding.finding) && (
            <LinkButton size="sm" to={pictureTo}>
              {t('consents.finding.cover')}
            </LinkButton>
          )}
          {pictureTo && finding.finding === 'people-unsaid' && (
            <LinkButton size="sm" to={pictureTo}>
              {t('consents.finding.mark')}
            </LinkButton>
          )}
          {classId && (
            <LinkButton size="sm" to={paths.schoolClass.to({ classId })}>
              {t('consents.finding.ask')}
            </LinkButton>
          )}
        </>
      }
    >
      {finding.sentence}
    </Notice>
  );
}
