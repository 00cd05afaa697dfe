import type { reading as vi } from '../vi/reading.ts';

export const reading: Record<keyof typeof vi, string> = {
  'documents.empty': 'This file is empty. Please check it and choose the file again.',
  'documents.too-large': 'The file is larger than {limit} MB. Please take out pictures or split it, then upload again.',
  'documents.encrypted':
    'This file is protected by a password and could not be opened. Please remove the password, save it and upload again.',
  'documents.scanned':
    'This file is a scan ({pages} pages), so its text could not be read. Please upload the .docx or a PDF that holds text.',
  'documents.no-text': 'This file holds no text to read. Please upload the .docx or a PDF that holds text.',
  'documents.broken':
    'The file is damaged or incomplete and could not be opened. Please open it in Word, save it again and upload it.',
  'documents.unknown-type':
    'The type of this file is not known. Please upload .docx, .pdf, .doc, .html or .txt, or paste the text.',
  'documents.unsupported': 'A {type} file cannot be read. Please save the document as .docx or as a PDF with text.',
  'documents.zip-bomb':
    'The archive announces an abnormal amount of data and was not opened. Please open it in Word, save it again and upload it.',
  'documents.unsafe-xml':
    'The file holds an unsafe declaration and was not opened. Please open it in Word, save it as .docx and upload it.',
  'documents.too-many-pages':
    'The file has {pages} pages, more than the limit of {limit}. Please upload only the part that is the plan.',
  'documents.too-long': 'The file is too long to be read in full. Please upload only the part that is the plan.',
  'documents.secret':
    'The document bears a secrecy mark and may not enter this system; nothing of it was kept. Please use the confidential route of your office.',
  'documents.misnamed': 'The name of the file does not match its content; it was read as {type}.',
  'documents.macros': 'The file holds macros; they were not run, only the text was read.',
  'documents.tracked-changes':
    'The file still tracks changes; deleted text was left out and added text taken as accepted. Please check.',
  'documents.footnotes': 'The file has {count} footnotes or endnotes that were not read. Please see the original.',
  'documents.comments': 'The file has {count} comments that were not read.',
  'documents.pictures': 'The file has {count} pictures; text inside them was not read. Please see the original.',
  'documents.hidden-text': 'The file has hidden text; it does not print, so it was not read.',
  'documents.embedded-part':
    'The file includes a part of another file that was not read. Please open it in Word, save it again and upload it.',
  'documents.legacy-font':
    'The document used the old {encoding} encoding and was converted to Unicode. Please check names and figures.',
  'documents.scanned-pages':
    'Page {pages} holds no text (a scan or a blank page). Please see the original and add what is missing.',
  'documents.doc-simple':
    'Only the bare text of this old .doc file was read; numbers and tables may be missing. Better save it as .docx in Word and upload again.',
  'documents.doubtful-table':
    'A table of the text may not have been split into its rows and columns rightly. Please compare the activities with the original, or upload the Word file.',
};
