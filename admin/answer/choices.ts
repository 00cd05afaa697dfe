import type { Answer, AnswerAct, AskedWhole, AskState } from '#modules/cascade/cascade.contract.ts';

export type Line = AskedWhole['lines'][number];
export type Choice = Omit<Answer, 'lineId'>;
export type Common = Pick<Choice, 'teamId' | 'personId' | 'ownerName' | 'byOn'>;

/** What somebody has typed on this page, kept on the device until it is sent. */
export interface Typed {
  /** Who does it and until when, for every line that says nothing else. */
  common: Common;
  /** Lines that were opened and changed. */
  own: Record<string, Choice>;
  /** Questions that are typed but not sent; '' is the plan as a whole. */
  asking: Record<string, string>;
  /** Who answers, over a link. */
  by: { name: string; title: string };
  /** "Gửi trả lời" was pressed without a network: what was on the page then goes when it is back. */
  queued: boolean;
  /** Questions that were sent without a network. */
  questions: { id: string; lineId: string | null; text: string }[];
}

export const nothingTyped = (): Typed => ({
  common: { teamId: null, personId: null, byOn: null },
  own: {},
  asking: {},
  by: { name: '', title: '' },
  queued: false,
  questions: [],
});

const open: ReadonlySet<AskState> = new Set(['unopened', 'unanswered', 'changed']);
export const isOpen = (line: Line): boolean => open.has(line.state);
/** Sent for information: nothing is asked. */
export const isAsked = (line: Line): boolean => line.mode !== 'inform' && line.state !== 'known';
export const askedLines = (whole: AskedWhole): Line[] => whole.lines.filter(isAsked);

const acts: Partial<Record<AskState, AnswerAct>> = { 'not-ours': 'not-ours', 'wants-change': 'wants-change' };

/** What the unit has answered so far; null where nothing is answered, or where the line changed since. */
export function answered(line: Line): Choice | null {
  if (isOpen(line) || !isAsked(line)) return null;
  const { teamId, personId, byOn } = line;
  const act = acts[line.state];
  if (act) return { act, teamId: null, personId: null, byOn: null, reason: line.reason };
  return { act: 'adopt', teamId, personId, ...inWords(line.ownerName), byOn, reason: null };
}

/** Who does it in words, as it is typed over a link; nothing where a team or a person was chosen. */
const inWords = (ownerName: string | null | undefined) => (ownerName?.trim() ? { ownerName } : {});

/** Adopted, by whom and when the line says itself, else as for all. */
const adopted = (line: Line, common: Common): Choice => {
  const named = line.teamId !== null || line.personId !== null || line.ownerName !== null;
  return {
    act: 'adopt',
    teamId: named ? line.teamId : common.teamId,
    personId: named ? line.personId : common.personId,
    ...inWords(named ? line.ownerName : common.ownerName),
    byOn: line.byOn ?? common.byOn,
    reason: null,
  };
};

/** What would be sent for a line as the page stands. */
export function choiceOf(line: Line, typed: Typed): Choice {
  const own = typed.own[line.lineId];
  if (own) return tidy(own);
  if (isOpen(line) || line.state === 'loose') return adopted(line, typed.common);
  return answered(line) ?? adopted(line, typed.common);
}

/** Only what belongs to the act: a reason that was typed and left again does not travel. */
function tidy(choice: Choice): Choice {
  const { ownerName, ...rest } = choice;
  const chosen = choice.teamId !== null || choice.personId !== null;
  if (choice.act === 'adopt') return { ...rest, ...inWords(chosen ? null : ownerName), reason: null };
  return { act: choice.act, teamId: null, personId: null, byOn: null, reason: choice.reason?.trim() || null };
}

export const same = (a: Choice | null, b: Choice | null): boolean =>
  a !== null &&
  b !== null &&
  (['act', 'teamId', 'personId', 'ownerName', 'byOn', 'reason'] as const).every(
    (key) => (a[key] ?? null) === (b[key] ?? null),
  );

/** Lines that a sending speaks of: those without an answer, and those whose answer is another one now. */
export const toSend = (whole: AskedWhole, typed: Typed): Line[] =>
  askedLines(whole).filter((line) => isOpen(line) || !same(answered(line), choiceOf(line, typed)));

export interface Sending {
  answers: Answer[];
  rest: Choice | null;
}

/** The one act with its exceptions: `rest` is what most say, the others stand by themselves. */
export function sendingOf(whole: AskedWhole, typed: Typed): Sending {
  const rest: Choice = { act: 'adopt', ...typed.common, reason: null };
  const lines = toSend(whole, typed);
  const byRest = (line: Line) =>
    (line.state === 'unopened' || line.state === 'unanswered') && same(choiceOf(line, typed), rest);
  const answers = lines
    .filter((line) => !byRest(line))
    .map((line) => ({ lineId: line.lineId, ...choiceOf(line, typed) }));
  return { answers, rest: answers.length < lines.length ? rest : null };
}

export interface Tally {
  adopt: number;
  'not-ours': number;
  'wants-change': number;
  /** Adopted without somebody or without a day. */
  loose: number;
}

/** What the page says in sum, for the words above the button. */
export function tally(lines: readonly Line[], typed: Typed, named: boolean): Tally {
  const sum: Tally = { adopt: 0, 'not-ours': 0, 'wants-change': 0, loose: 0 };
  for (const line of lines) {
    const choice = choiceOf(line, typed);
    sum[choice.act]++;
    if (choice.act === 'adopt' && isLoose(choice, named)) sum.loose++;
  }
  return sum;
}

/** Over a link whoever answers is named, so only the day is missed. */
const isLoose = (choice: Choice, named: boolean): boolean =>
  choice.byOn === null || (named && choice.teamId === null && choice.personId === null && !choice.ownerName);

/** Lines whose act asks for a reason that is not there yet. */
export const withoutReason = (lines: readonly Line[], typed: Typed): Line[] =>
  lines.filter((line) => {
    const choice = choiceOf(line, typed);
    return choice.act !== 'adopt' && !choice.reason;
  });

/** Adopted by both, and one names nobody and no day: the other says it all. */
const says = (theirs: Choice, mine: Choice): boolean => {
  if (same(theirs, mine)) return true;
  if (theirs.act !== 'adopt' || mine.act !== 'adopt') return false;
  const { teamId, personId, ownerName } = theirs;
  const owner = { teamId, personId, ...inWords(ownerName) };
  const nobody = mine.teamId === null && mine.personId === null && !mine.ownerName;
  return same(theirs, { ...mine, ...(nobody && owner), byOn: mine.byOn ?? theirs.byOn });
};

export interface Clash {
  line: Line;
  mine: Choice;
  theirs: Choice;
}

/** Where another device has answered in the meantime, and otherwise than this page would. */
export function clashes(before: AskedWhole, now: AskedWhole, typed: Typed): Clash[] {
  const sent = new Map(toSend(before, typed).map((line) => [line.lineId, choiceOf(line, typed)]));
  const known = new Map(before.lines.map((line) => [line.lineId, answered(line)]));
  return askedLines(now).flatMap((line) => {
    const mine = sent.get(line.lineId);
    const theirs = answered(line);
    if (!mine || !theirs || says(theirs, mine) || same(theirs, known.get(line.lineId) ?? null)) return [];
    return [{ line, mine, theirs }];
  });
}

/** What the other device has said as well, or better, is no choice of this page any more. */
export function withoutSaid(now: AskedWhole, typed: Typed): Typed {
  const own = Object.entries(typed.own).filter(([lineId, choice]) => {
    const line = now.lines.find((one) => one.lineId === lineId);
    const theirs = line && answered(line);
    return !theirs || !says(theirs, choice);
  });
  return { ...typed, own: Object.fromEntries(own) };
}

/** The page after a choice between both: what stays theirs is forgotten here, what is mine is said by name. */
export function settled(found: readonly Clash[], mine: ReadonlySet<string>, typed: Typed): Typed {
  const own = { ...typed.own };
  for (const clash of found) {
    if (mine.has(clash.line.lineId)) own[clash.line.lineId] = clash.mine;
    else own[clash.line.lineId] = clash.theirs;
  }
  return { ...typed, own, queued: false };
}

/** Whether the page holds something that the server has not. */
export const isTyped = (typed: Typed): boolean =>
  typed.queued ||
  typed.questions.length > 0 ||
  Object.keys(typed.own).length > 0 ||
  Object.values(typed.asking).some((text) => text.trim() !== '') ||
  Object.values(typed.common).some((value) => value !== null);
