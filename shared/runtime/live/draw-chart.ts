import { drawDailyChart } from '../../infra/charts/draw-daily-chart.ts';

export const drawChart = drawDailyChart;
