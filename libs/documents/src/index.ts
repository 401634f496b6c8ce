export { type OfficialText, writeOfficial } from './official.js';
export { type SheetColumn, writeSheet } from './sheet.js';
export { type FormCell, type FormSheet, writeForm } from './form-sheet.js';
