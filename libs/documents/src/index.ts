export { type SheetColumn, writeSheet } from './sheet.js';
