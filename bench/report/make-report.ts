import { writeFileSync } from 'node:fs';
import { composeReport } from '../../shared/core/reports/compose-report.ts';
import { ReportFileFormat } from '../../shared/core/reports/report-schedule.ts';
import { drawChart } from '../../shared/infra/charts/draw-chart.ts';
import { writePdf } from '../../shared/infra/documents/pdf-report.ts';
import { writeWorkbook } from '../../shared/infra/documents/workbook.ts';
import { rollupStore } from '../../shared/infra/dynamo/rollup-store.ts';
import { mimeMessage } from '../../shared/infra/ses/mime-message.ts';
import { reportSources } from '../../test/support/reports.ts';
import { openTable } from '../support/open-table.ts';
import { Accounts, Posts } from './busy-organization.ts';
import { context, Month } from './month.ts';

/** In a process of its own: makes one whole report in one format, and prints what that took from the process's start. */
const [endpoint = '', format, file] = process.argv.slice(2);

const contents = Array.from({ length: Posts }, (_, index) => ({
  ...{ contentId: `con_${index}`, provider: 'facebook' as const },
  title: `Autumn roast ${index}: what we brew when it gets cold`,
  permalink: `https://facebook.example/posts/${index}`,
}));
const sources = {
  ...reportSources({ contents, accountNames: Object.fromEntries(Accounts.map(([id]) => [id, 'Bean Bar'])) }),
  ...{ rollups: rollupStore(openTable(endpoint)), drawChart, writePdf, writeWorkbook },
};
const compose = await composeReport(sources, context, {
  ...{ reportType: 'full', frequency: 'monthly', period: Month, accountIds: [] },
  ...{ format: ReportFileFormat.parse(format), onlyWhenThereIsSomething: false },
});
const mail = compose?.({ email: 'ana@beanbar.example', name: 'Ana' });
if (!mail) throw new Error('There was nothing to report.');
const message = await mimeMessage('Earshot <reports@earshot.example>', mail);
const seconds = performance.now() / 1_000;
const { user, system } = process.cpuUsage();
const processorSeconds = (user + system) / 1_000_000;
const megabytes = process.resourceUsage().maxRSS / 1_024;
if (file) writeFileSync(file, mail.attachments[0]?.content ?? message);
const [total = ''] = /Comments and messages: [\d,]+/.exec(mail.text) ?? [];
console.log(
  JSON.stringify({ format, seconds, processorSeconds, megabytes, kilobytes: message.length / 1_024, total }),
);
