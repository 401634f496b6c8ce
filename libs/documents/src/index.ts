export { type OfficialText, writeOfficial } from './official.js';
export { type SheetColumn, writeSheet } from './sheet.js';
