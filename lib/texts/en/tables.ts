import type { tables as vi } from '../vi/tables.ts';

export const tables: Record<keyof typeof vi, string> = {
  'tables.empty': 'This file has no data yet. Please choose one with a heading and at least one row.',
  'tables.broken':
    'This file is damaged and cannot be read. Please open it in Excel, save it as .xlsx and upload it again.',
  'tables.encrypted': 'This file is protected by a password. Please remove the password and upload it again.',
  'tables.old-excel':
    'This file is in the old Excel format (.xls). Please open it in Excel, save it as .xlsx and upload it again.',
  'tables.binary-excel': 'This file is in .xlsb format. Please open it in Excel, save it as .xlsx and upload it again.',
  'tables.too-large': 'This file is too large. Please split it into files of at most 20 MB.',
  'tables.too-many-rows': 'This file has more than {max} rows. Please split it into smaller files.',
  'tables.unsafe':
    'This file contains unsafe parts and was not read. Please copy the data into a new .xlsx file and upload that.',
  'tables.not-a-table': 'This file is not a table. Please choose an .xlsx or .csv file.',
};
