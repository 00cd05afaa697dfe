/** Why a table file cannot be read; the catalogue words each as one sentence that says what to do. */
export type TableFault =
  | 'tables.empty'
  | 'tables.broken'
  | 'tables.encrypted'
  | 'tables.old-excel'
  | 'tables.binary-excel'
  | 'tables.too-large'
  | 'tables.too-many-rows'
  | 'tables.unsafe'
  | 'tables.not-a-table';

/** A table file that cannot be read, with the catalogue key of the reason and its parameters. */
export class UnreadableTable extends Error {
  readonly code: TableFault;
  readonly params: Record<string, string | number>;
  constructor(code: TableFault, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
