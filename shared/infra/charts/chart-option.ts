import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { DrawnChart } from '../../core/reports/drawn-chart.ts';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent]);

export interface ChartLook {
  fontFamily: string;
  fontSize: number;
  textColor: string;
  lineColor: string;
}

/** What ECharts draws for a chart of a report, in the same form for mails and for paper. */
export function chartOption({ style, labels, series, locale }: DrawnChart, look: ChartLook) {
  const text = { fontFamily: look.fontFamily, fontSize: look.fontSize, color: look.textColor };
  const line = { lineStyle: { color: look.lineColor } };
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const option: echarts.EChartsCoreOption = {
    animation: false,
    textStyle: text,
    grid: { left: 4, right: 4, top: 10, bottom: 42 },
    legend: { bottom: 0, left: 0, itemWidth: 10, itemHeight: 10, itemGap: 16, icon: 'rect', textStyle: text },
    xAxis: {
      type: 'category',
      data: labels,
      axisTick: { show: false },
      axisLine: line,
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...(style === 'stacked-bars' ? { minInterval: 1 } : {}),
      splitNumber: 4,
      axisLabel: { ...text, formatter: (value: number) => numbers.format(value) },
      splitLine: line,
    },
    series: series.map((one) => (style === 'lines' ? lineSeries(one) : barSeries(one))),
  };
  return option;
}

function barSeries({ name, color, values }: DrawnChart['series'][number]) {
  const itemStyle = { color };
  return { name, type: 'bar', stack: 'all', barMaxWidth: 36, itemStyle, data: values };
}

/** Dots show days whose neighbours have no value, which a line alone would leave out. */
function lineSeries({ name, color, values }: DrawnChart['series'][number]) {
  const look = { itemStyle: { color }, lineStyle: { color, width: 2 } };
  return { name, type: 'line', symbol: 'circle', symbolSize: 5, showAllSymbol: true, ...look, data: values };
}
