/** Why the database cannot be had, for the person who started the program: Vietnamese first, then English; no stack. */
export class StartProblem extends Error {
  readonly code = 'LANTOA_START';

  constructor(vi: string, en: string, options?: ErrorOptions) {
    super(`${vi}\n${en}`, options);
    this.name = 'StartProblem';
  }
}
