export { writeWorkbook } from '../../infra/documents/workbook.ts';
