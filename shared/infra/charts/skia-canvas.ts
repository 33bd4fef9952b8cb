import { readFile } from 'node:fs/promises';
import canvaskit, { type CanvasKit, type EmulatedCanvas2D } from 'canvaskit-wasm';
import { pathOfBundledFile } from './bundled-file.ts';

/** The only family that a chart can name: there are no system fonts where it is drawn. */
export const ChartFontFamily = 'chart';

export interface SkiaCanvas {
  canvas: EmulatedCanvas2D;
  png(): Uint8Array;
}

interface Skia {
  kit: CanvasKit;
  font: Uint8Array;
}

let loading: Promise<Skia> | undefined;

/** Skia takes a while to compile: once for each process is enough. */
function skia(): Promise<Skia> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Skia> {
  const [kit, font] = await Promise.all([
    // A CommonJS module whose types know the function by this name only.
    canvaskit.default({ locateFile: () => pathOfBundledFile('canvaskit-wasm/bin/canvaskit.wasm') }),
    readFile(pathOfBundledFile('roboto-fontface/fonts/roboto/Roboto-Regular.woff')),
  ]);
  return { kit, font };
}

/** Lends a canvas of some pixels, drawn on by Skia without a browser, and takes its memory back afterwards. */
export async function withSkiaCanvas<T>(
  width: number,
  height: number,
  draw: (canvas: SkiaCanvas) => T,
): Promise<T> {
  const { kit, font } = await skia();
  const canvas = kit.MakeCanvas(width, height);
  try {
    canvas.loadFont(font, { family: ChartFontFamily, style: 'normal', weight: 'normal' });
    alignTexts(canvas.getContext('2d') as unknown as TextContext);
    const png = () => Buffer.from(canvas.toDataURL('image/png').replace(/^[^,]*,/, ''), 'base64');
    return draw({ canvas, png });
  } finally {
    canvas.dispose();
  }
}

/** The part of the canvas API that CanvasKit's emulation leaves out: where a text stands relative to its point. */
interface TextContext {
  font: string;
  textAlign?: 'left' | 'start' | 'center' | 'right' | 'end' | undefined;
  textBaseline?: 'top' | 'middle' | 'bottom' | 'alphabetic' | undefined;
  measureText(text: string): { width: number };
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
}

/** The height of capitals and of the line above the baseline, in parts of the font size, as Roboto has them. */
const CapitalHeight = 0.71;
const Descent = 0.24;

function alignTexts(context: TextContext): void {
  for (const operation of ['fillText', 'strokeText'] as const) {
    const drawn = context[operation].bind(context);
    context[operation] = (text, x, y) => drawn(text, x - shiftLeft(context, text), y + shiftDown(context));
  }
}

function shiftLeft(context: TextContext, text: string): number {
  if (context.textAlign === 'center') return context.measureText(text).width / 2;
  return context.textAlign === 'right' || context.textAlign === 'end' ? context.measureText(text).width : 0;
}

function shiftDown({ textBaseline, font }: TextContext): number {
  const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '12');
  if (textBaseline === 'middle') return (size * CapitalHeight) / 2;
  if (textBaseline === 'top') return size * CapitalHeight;
  return textBaseline === 'bottom' ? -size * Descent : 0;
}
