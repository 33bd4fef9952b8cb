import './column-chart.css';

interface ColumnChartProps {
  title: string;
  /** What the columns and their parts are called in the table that stands behind the picture. */
  columnHeader: string;
  parts: readonly { name: string; tone: 'accent' | 'green' | 'grey' | 'red' }[];
  columns: readonly { label: string; values: readonly number[] }[];
}

/** Figures over time as stacked columns; who cannot see them reads the same figures as a table. */
export function ColumnChart({ title, columnHeader, parts, columns }: ColumnChartProps) {
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const greatest = Math.max(1, ...columns.map(({ values }) => sumOf(values)));
  return (
    <figure className="card column-chart">
      <figcaption>
        <h2>{title}</h2>
        {parts.length > 1 && (
          <ul aria-hidden="true">
            {parts.map(({ name, tone }) => (
              <li key={name} data-tone={tone}>
                {name}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <div className="column-chart-picture" aria-hidden="true">
        {columns.map(({ label, values }) => (
          <div key={label} title={`${label}: ${sumOf(values)}`}>
            {values.map((value, index) => (
              <span
                key={parts[index]?.name}
                data-tone={parts[index]?.tone}
                style={{ blockSize: `${(value / greatest) * 100}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="column-chart-ends" aria-hidden="true">
        <span>{columns.at(0)?.label}</span>
        {columns.length > 1 && <span>{columns.at(-1)?.label}</span>}
      </p>
      <FigureTable {...{ title, columnHeader, parts, columns }} />
    </figure>
  );
}

function FigureTable({ title, columnHeader, parts, columns }: ColumnChartProps) {
  return (
    <table className="visually-hidden">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{columnHeader}</th>
          {parts.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {values.map((value, index) => (
              <td key={parts[index]?.name}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
