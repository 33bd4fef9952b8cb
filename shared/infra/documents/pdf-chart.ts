import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DrawnChart } from '../../core/reports/drawn-chart.ts';
import { chartOption } from '../charts/chart-option.ts';
import { ContentWidth, ensureRoom, Ink, Margin, type Pdf } from './pdf-page.ts';

echarts.use([SVGRenderer]);

const Height = 190;
const Look = { fontFamily: 'regular', fontSize: 9, textColor: Ink.muted, lineColor: Ink.line };

/** A node of the SVG tree that ECharts makes. */
interface Shape {
  tag: string;
  attrs: Record<string, string | number | boolean | undefined>;
  children?: Shape[];
  text?: string;
}

interface SvgPainter {
  renderToVNode(options: { animation: boolean }): Shape;
}

/** Draws a chart as vectors at the position on the page, from the shapes that ECharts would write as SVG. */
export function drawChartBlock(pdf: Pdf, chart: DrawnChart): void {
  ensureRoom(pdf, Height + 8);
  echarts.setPlatformAPI({
    measureText: (text) => ({ width: pdf.font('regular').fontSize(Look.fontSize).widthOfString(text) }),
  });
  const drawing = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: ContentWidth,
    height: Height,
  });
  try {
    drawing.setOption(chartOption(chart, Look));
    const painter = drawing.getZr().painter as unknown as SvgPainter;
    pdf.save().translate(Margin, pdf.y);
    const before = { x: pdf.x, y: pdf.y };
    drawShape(pdf, painter.renderToVNode({ animation: false }));
    Object.assign(pdf, before);
    pdf.restore();
  } finally {
    drawing.dispose();
  }
  pdf.y += Height + 8;
}

function drawShape(pdf: Pdf, shape: Shape): void {
  // Definitions hold what clips growing lines in browsers.
  if (shape.tag === 'defs') return;
  pdf.save();
  const transform = matrixOf(shape.attrs['transform']);
  if (transform) pdf.transform(...transform);
  if (shape.tag === 'path') drawPath(pdf, shape);
  if (shape.tag === 'text') drawText(pdf, shape);
  for (const child of shape.children ?? []) drawShape(pdf, child);
  pdf.restore();
}

type Matrix = [number, number, number, number, number, number];

function matrixOf(transform: Shape['attrs'][string]): Matrix | undefined {
  const [, kind, list = ''] = /^(translate|matrix)\(([^)]*)\)/.exec(String(transform ?? '')) ?? [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = list.split(/[\s,]+/).map(Number);
  if (kind === 'translate') return [1, 0, 0, 1, a, b];
  return kind === 'matrix' ? [a, b, c, d, e, f] : undefined;
}

function drawPath(pdf: Pdf, { attrs }: Shape): void {
  const [fill, stroke] = [visible(attrs['fill']), visible(attrs['stroke'])];
  const width = Number(attrs['stroke-width'] ?? 1);
  const isFilled = fill !== undefined && attrs['fill-opacity'] !== 0;
  const isStroked = stroke !== undefined && width > 0;
  if (!isFilled && !isStroked) return;
  pdf.path(String(attrs['d'])).lineWidth(width);
  if (isFilled && isStroked) pdf.fillAndStroke(fill, stroke);
  else if (isFilled) pdf.fill(fill);
  else if (isStroked) pdf.stroke(stroke);
}

function visible(color: Shape['attrs'][string]): string | undefined {
  return color === undefined || color === 'none' ? undefined : String(color);
}

function drawText(pdf: Pdf, { attrs, text = '' }: Shape): void {
  pdf
    .font('regular')
    .fontSize(Look.fontSize)
    .fillColor(visible(attrs['fill']) ?? Ink.muted);
  const width = pdf.widthOfString(text);
  const shift = { middle: width / 2, end: width }[String(attrs['text-anchor'])] ?? 0;
  const x = Number(attrs['x'] ?? 0) - shift;
  const y = Number(attrs['y'] ?? 0);
  pdf.text(text, x, y, {
    lineBreak: false,
    baseline: attrs['dominant-baseline'] === 'central' ? 'middle' : 'alphabetic',
  });
}
