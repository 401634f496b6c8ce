export { PackedArchive } from './archive/read.js';
export { type PackedFile, streamArchive } from './archive/write.js';
export { type FormCell, type FormSheet, writeForm } from './form-sheet.js';
export { type Sheet, type SheetColumn, streamSheets, writeSheet } from './sheet.js';
export { examine, firstRows, readRows } from './reading/file.js';
export { type OfficialText, type ReportText, writeOfficial, writeReport } from './official.js';
export { type Volume, writeVolume } from './volume.js';
