import type { Part } from '#lib/plan-parts.ts';

export interface Section {
  part: Part;
  /** What may hang below a line of the section. */
  child: Part | null;
  /** How lines are numbered on paper. */
  marks: 'numbers' | 'dashes';
}

const section = (part: Part, marks: Section['marks'] = 'dashes', child: Part | null = null): Section => ({
  part,
  child,
  marks,
});

/** The parts of a plan as they stand in the outline, in the order of the paper. Activities have the matrix. */
export const sections: readonly Section[] = [
  section('basis'),
  section('purpose'),
  section('requirement'),
  section('audience'),
  section('message'),
  section('area', 'numbers', 'area'),
  section('solution', 'numbers'),
  section('activity', 'numbers'),
  section('channel'),
  section('actor', 'numbers', 'duty'),
  section('quota'),
  section('deliverable'),
  section('reporting'),
  section('recipient'),
];

export const sectionOf = (part: Part): Section =>
  sections.find((one) => one.part === part || one.child === part) ?? section(part);
