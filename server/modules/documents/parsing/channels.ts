import type { ChannelKind, DraftChannel } from '#lib/plan-draft.ts';
import { findHits, type Hit } from './channel-hits.ts';
import { findBare, isKnown } from './channel-owners.ts';
import { type Line, type Piece, piece } from './lines.ts';

export interface Channel {
  kind: ChannelKind;
  name: string;
  role: DraftChannel['role'];
  piece: Piece;
  sure: number;
}

/** A line to be read for channels, with what its part of the plan is about. */
export interface ChannelSource {
  line: Line;
  from: number;
  to: number;
  /** 'channel': a part about channels or forms; 'duty': who does what; 'other': the rest. */
  place: 'channel' | 'duty' | 'other';
}

/** Channels that the plan names, each once, first where it is best placed. */
export function readChannels(sources: readonly ChannelSource[]): Channel[] {
  const order = { channel: 0, duty: 1, other: 2 } as const;
  const sorted = [...sources].sort((a, b) => order[a.place] - order[b.place]);
  const found: Channel[] = [];
  for (const source of sorted) {
    for (const channel of inLine(source)) {
      const bare = findBare(found, channel);
      if (bare) Object.assign(bare, { name: channel.name, piece: channel.piece });
      else if (!isKnown(found, channel)) found.push(channel);
    }
  }
  return found;
}

/** Whether a text names a channel at all. */
export const namesChannel = (line: Line): boolean =>
  inLine({ line, from: 0, to: line.text.length, place: 'channel' }).length > 0;

const inLine = (source: ChannelSource): Channel[] =>
  findHits(source.line.text.slice(0, source.to), source.from, source.place === 'channel')
    // A feast that a programme lists is what is done; in a duty or a measure it is where people are told.
    .filter((hit) => hit.kind !== 'event' || source.place !== 'other')
    .map((hit) => channelOf(source, hit));

function channelOf(source: ChannelSource, hit: Hit): Channel {
  const found = piece(source.line, hit.from, hit.to);
  const name = found.text.replace(/^(?:c|C)ông (?=thông tin|TTĐT)/u, (word) =>
    word.startsWith('C') ? 'Cổng ' : 'cổng ',
  );
  return {
    kind: hit.kind,
    name,
    role: roleOf(source, hit),
    piece: found,
    sure: source.place === 'channel' ? 0.9 : source.place === 'duty' ? 0.75 : 0.55,
  };
}

function roleOf(source: ChannelSource, hit: Hit): DraftChannel['role'] {
  if (source.place !== 'channel') return source.place === 'duty' ? 'mention' : 'mention';
  return /(?:khác|phối hợp|hỗ trợ|địa phương)[^:]*:/iu.test(source.line.text.slice(0, hit.from)) ? 'other' : 'main';
}
