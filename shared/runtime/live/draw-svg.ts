export { drawSvg } from '../../infra/charts/draw-svg.ts';
