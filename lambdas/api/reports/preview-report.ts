import { PreviewReport } from '../../../shared/contract/api/reports.ts';
import {
  PreviewPolicy,
  type PreviewReportDeps,
  previewReport as preview,
} from '../../../shared/core/reports/preview-report.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

export const previewReport = (deps: PreviewReportDeps) =>
  route(PreviewReport, async ({ context, params, query, now }) => {
    const page = await preview(deps, context, { ...params, ...query }, now);
    return reply(page, { headers: { 'content-security-policy': PreviewPolicy } });
  });
