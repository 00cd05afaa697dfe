import { useEffect, useRef } from 'react';
import type { Cut, MediaDetail } from '#modules/media/media.contract.ts';
import { cutAddress } from '../../light/cut-address.ts';
import {
  openPictureTool,
  type PictureTool,
  type PictureToolValue,
  type ToolBox,
} from '../../picture-tool/picture-tool.ts';
import { useT } from '../../texts/load.ts';

/** The cut that shows the whole picture as it was taken: what is drawn is drawn on it. */
export const plainCut = (row: MediaDetail): Cut | undefined =>
  row.cuts.find(
    (cut) => !cut.recipe.crop && cut.recipe.turn === 0 && cut.recipe.blurred.length === 0 && cut.state === 'ready',
  );

interface ToolHostProps {
  row: MediaDetail;
  mode: 'cut' | 'mark';
  boxes: readonly ToolBox[];
  crop?: PictureToolValue['crop'];
  turn?: PictureToolValue['turn'];
  onChange: (value: PictureToolValue) => void;
  onTool?: (tool: PictureTool | null) => void;
}

/** The picture tool inside a page: opened once, with what it is given then. */
export function ToolHost(props: ToolHostProps) {
  const t = useT();
  const host = useRef<HTMLDivElement>(null);
  const given = useRef(props);
  given.current.onChange = props.onChange;
  useEffect(() => {
    const { row, mode, boxes, crop, turn, onTool } = given.current;
    const plain = plainCut(row);
    if (!host.current || !plain) return;
    const tool = openPictureTool(host.current, {
      src: cutAddress(plain.id, '1600'),
      width: plain.width ?? 4,
      height: plain.height ?? 3,
      boxes,
      crop: crop ?? null,
      turn: turn ?? 0,
      mode,
      words: {
        tool: t('media.tool.tool'),
        addBlur: t('media.tool.addBlur'),
        addSubject: t('media.tool.addSubject'),
        crop: t('media.tool.crop'),
        wholePicture: t('media.tool.wholePicture'),
        turn: t('media.tool.turn'),
        remove: t('media.tool.remove'),
        undo: t('media.tool.undo'),
        blurBox: t('media.tool.blurBox'),
        subjectBox: t('media.tool.subjectBox'),
        cropFrame: t('media.tool.cropFrame'),
        howTo: t(`media.tool.howTo.${mode}`),
      },
    });
    tool.onChange = (value) => given.current.onChange(value);
    onTool?.(tool);
    return () => {
      onTool?.(null);
      tool.destroy();
    };
  }, [t]);
  return <div ref={host} />;
}
