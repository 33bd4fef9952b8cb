export { drawChart } from '../../infra/charts/draw-chart.ts';
