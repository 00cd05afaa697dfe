import * as z from 'zod/mini';
import { day, endpoint, id, input, name, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const calendarKinds = ['holiday', 'compensation', 'working-day', 'school-event', 'exam', 'observance'] as const;
export type CalendarKind = (typeof calendarKinds)[number];
export const calendarActs = ['edit', 'confirm', 'remove'] as const;

export const calendarDay = z.object({
  id: z.string(),
  /** Null holds for the nation. */
  unitId: z.nullable(z.string()),
  unitName: z.nullable(z.string()),
  kind: z.enum(calendarKinds),
  name: z.string(),
  firstOn: z.string(),
  lastOn: z.string(),
  source: z.string(),
  state: z.enum(['draft', 'confirmed']),
  confirmedByName: z.nullable(z.string()),
  version: z.int(),
  can: z.array(z.enum(calendarActs)),
});
export type CalendarDay = z.output<typeof calendarDay>;

const dayId = { dayId: id() };
const facts = { kind: z.enum(calendarKinds), name: name(200), firstOn: day(), lastOn: day(), source: name(500) };

export const listCalendar = endpoint({
  method: 'GET',
  path: '/calendar-days',
  summary:
    'Holidays, swaps, exams and events of the school year that touch a time: those of the nation, of a unit and above it',
  can: 'units.read',
  input: input({ from: day(), to: day(), unitId: z.optional(id()) }),
  output: z.object({ items: z.array(calendarDay) }),
});

export const addCalendarDay = endpoint({
  method: 'POST',
  path: '/calendar-days',
  summary: 'Add to the calendar of a unit and everything below it; for the ministry it holds for the nation',
  can: 'calendar.manage',
  input: input({ id: z.optional(id()), unitId: id(), ...facts }),
  output: calendarDay,
});

export const editCalendarDay = endpoint({
  method: 'PUT',
  path: '/calendar-days/:dayId',
  summary: 'Correct an entry: a new version takes its place, to be confirmed anew; the old one is kept',
  can: 'calendar.manage',
  input: input({ ...dayId, version: version(), ...facts }),
  output: calendarDay,
});

export const confirmCalendarDay = endpoint({
  method: 'POST',
  path: '/calendar-days/:dayId/confirmation',
  summary: 'Confirm an entry by the document that says so',
  can: 'calendar.manage',
  input: input({ ...dayId, version: version(), source: name(500) }),
  output: calendarDay,
});

export const removeCalendarDay = endpoint({
  method: 'POST',
  path: '/calendar-days/:dayId/removal',
  summary: 'Take an entry out; it is kept as a former version',
  can: 'calendar.manage',
  input: input({ ...dayId, version: version() }),
  output: z.object({}),
});

type Row = Record<string, unknown>;
export const calendarChanged = event<Row>('calendar.changed', { kind: 'calendar-day' });
