export { type OfficialText, type ReportText, writeOfficial, writeReport } from './official.js';
export { type SheetColumn, writeSheet } from './sheet.js';
