export { writePdf } from '../../infra/documents/pdf-report.ts';
export { writeWorkbook } from '../../infra/documents/workbook.ts';
