/** A sheet as an importer sees it: text only. */
export interface SheetRows {
  name: string;
  hidden: boolean;
  /** `rows[0]` is line 1 of the sheet, empty lines kept, so that a report can name the line; short rows end early. */
  rows: string[][];
}
