/** What one table may cost: far above any list of schools or people, far below what hurts the server. */
export const tableLimits = {
  /** Bytes of the file itself. */
  fileBytes: 20 * 1024 * 1024,
  /** Bytes of all parts that are inflated. */
  inflatedBytes: 128 * 1024 * 1024,
  rows: 100_000,
  /** Places of all sheets together, those that are only passed over on the way to a filled one too. */
  cells: 2_000_000,
  /** Letters of one cell: what a spreadsheet itself allows. */
  cellLength: 32_767,
  columns: 512,
};
