import canvaskit from 'canvaskit-wasm';
import { describe, expect, it } from 'vitest';
import type { DrawnChart } from '../../../shared/core/reports/drawn-chart.ts';
import { drawChart } from '../../../shared/infra/charts/draw-chart.ts';

const chart: DrawnChart = {
  style: 'stacked-bars',
  locale: 'de-DE',
  labels: ['Mo., 9.', 'Di., 10.', 'Mi., 11.'],
  series: [{ name: 'Überraschend', color: '#2a9d74', values: [1, 4, 2] }],
};

/** How many pixels of a horizontal strip are not transparent. */
async function inkOf(png: Uint8Array, top: number, bottom: number) {
  const kit = await canvaskit.default();
  const image = kit.MakeImageFromEncoded(png);
  if (!image) throw new Error('This is not an image.');
  const info = { ...image.getImageInfo(), colorSpace: image.getColorSpace() };
  const pixels = image.readPixels(0, 0, info) as Uint8Array;
  const [from, until] = [top, bottom].map((part) => Math.round(part * info.height) * info.width * 4);
  let ink = 0;
  for (let index = (from ?? 0) + 3; index < (until ?? 0); index += 4) if ((pixels[index] ?? 0) > 40) ink += 1;
  return { width: info.width, height: info.height, ink };
}

describe('the chart of a report', () => {
  it('RP-02 is drawn with its texts, twice as many pixels as it is wide in the mail', async () => {
    const names = await inkOf(await drawChart(chart), 0.88, 1);
    const noNames = await inkOf(await drawChart({ ...chart, labels: chart.labels.map(() => '') }), 0.8, 0.88);
    const days = await inkOf(await drawChart(chart), 0.8, 0.88);

    expect([names.width, names.height]).toEqual([1100, 590]);
    expect(names.ink).toBeGreaterThan(1_000);
    expect(days.ink).toBeGreaterThan(noNames.ink + 1_000);
  });

  it('RP-02 draws the same picture from the same figures', async () => {
    const [first, second] = await Promise.all([drawChart(chart), drawChart(chart)]);

    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });
});
