import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DrawnChart } from '../../core/reports/drawn-chart.ts';
import { chartOption } from './chart-option.ts';

echarts.use([SVGRenderer]);

const Look = { fontFamily: 'sans-serif', fontSize: 13, textColor: '#717b8a', lineColor: '#8b95a444' };

/** Draws a chart as SVG, as large as a mail has room for. */
export function drawSvg(chart: DrawnChart): string {
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 536, height: 240 });
  try {
    drawing.setOption(chartOption(chart, Look));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
