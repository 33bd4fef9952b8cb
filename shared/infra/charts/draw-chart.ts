import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { DrawnChart } from '../../core/reports/drawn-chart.ts';
import { chartOption } from './chart-option.ts';
import { ChartFontFamily, withSkiaCanvas } from './skia-canvas.ts';

echarts.use([CanvasRenderer]);

/** Narrower than the mail, so that its texts are still legible where a phone shrinks it. */
const Width = 440;
const Height = 236;

/** Mails are read on screens with two and more pixels per point. */
const PixelRatio = 2.5;

/** Legible on white and on the dark mail's background: the picture itself has none. */
const Look = {
  fontFamily: ChartFontFamily,
  fontSize: 13,
  textColor: '#717b8a',
  lineColor: '#8b95a444',
};

/** Draws the chart as a PNG with a transparent background and twice the pixels that it takes up in the mail. */
export function drawChart(chart: DrawnChart): Promise<Uint8Array> {
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
      drawing.setOption(chartOption(chart, Look));
      drawing.getZr().refreshImmediately();
      return png();
    } finally {
      drawing.dispose();
    }
  });
}
