export { type OfficialText, writeOfficial } from './official.js';
export { type FormCell, type FormSheet, writeForm } from './form-sheet.js';
export { type Sheet, type SheetColumn, streamSheets, writeSheet } from './sheet.js';
export { examine, firstRows, readRows } from './reading/file.js';
