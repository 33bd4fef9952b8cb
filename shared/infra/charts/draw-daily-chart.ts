import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { DailyChart } from '../../core/reports/daily-chart.ts';
import { ChartFontFamily, withSkiaCanvas } from './skia-canvas.ts';

echarts.use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

/** Narrower than the mail, so that its texts are still legible where a phone shrinks it. */
const Width = 440;
const Height = 236;

/** Mails are read on screens with two and more pixels per point. */
const PixelRatio = 2.5;

/** Legible on white and on the dark mail's background: the picture itself has none. */
const TextColor = '#717b8a';
const LineColor = '#8b95a444';

/** Draws the chart as a PNG with a transparent background and twice the pixels that it takes up in the mail. */
export function drawDailyChart(chart: DailyChart): Promise<Uint8Array> {
  return withSkiaCanvas(Width * PixelRatio, Height * PixelRatio, ({ canvas, png }) => {
    const context = canvas.getContext('2d');
    echarts.setPlatformAPI({
      measureText: (text, font) => {
        if (context && font) context.font = font;
        return { width: context?.measureText(text).width ?? 0 };
      },
    });
    const drawing = echarts.init(canvas as unknown as HTMLCanvasElement, null, {
      width: Width,
      height: Height,
      devicePixelRatio: PixelRatio,
      renderer: 'canvas',
    });
    try {
      drawing.setOption(optionOf(chart));
      drawing.getZr().refreshImmediately();
      return png();
    } finally {
      drawing.dispose();
    }
  });
}

function optionOf({ days, series }: DailyChart): echarts.EChartsCoreOption {
  const text = { fontFamily: ChartFontFamily, fontSize: 13, color: TextColor };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 4, right: 4, top: 10, bottom: 42 },
    legend: { bottom: 0, left: 0, itemWidth: 10, itemHeight: 10, itemGap: 16, icon: 'rect', textStyle: text },
    xAxis: {
      type: 'category',
      data: days,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LineColor } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      axisLabel: text,
      splitLine: { lineStyle: { color: LineColor } },
    },
    series: series.map(({ name, color, values }) => ({
      name,
      type: 'bar',
      stack: 'interactions',
      barMaxWidth: 36,
      itemStyle: { color },
      data: values,
    })),
  };
}
