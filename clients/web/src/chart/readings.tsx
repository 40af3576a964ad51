import { useState } from "react";
import { exact, step as stepText } from "../format";
import { segmentText } from "../state/dimensions";
import type { Series, Step } from "./series";

/** What one step says, beside the cursor; read out when it moves. */
export function Tooltip({ series, step, left, width }: { series: Series; step: Step; left: number; width: number }) {
  const isLeft = left > width / 2;
  const { format, granularity } = series;
  return (
    <div className="tooltip" role="status" style={isLeft ? { right: width - left + 12 } : { left: left + 12 }}>
      <strong>{stepText(step.date, granularity)}</strong>
      <dl>
        {step.value !== undefined && (
          <Row
            name={step.isComplete ? series.title : `${series.title}, incomplete`}
            kind={step.isComplete ? "now" : "partial"}
            value={exact(step.value, format)}
          />
        )}
        {step.before !== undefined && step.beforeDate && (
          <Row name={stepText(step.beforeDate, granularity)} kind="compare" value={exact(step.before, format)} />
        )}
        {step.forecast && (
          <>
            <Row name="Forecast" kind="forecast" value={exact(step.forecast.value, format)} />
            <Row
              name="80 %"
              value={`${exact(step.forecast.lower_80, format)} – ${exact(step.forecast.upper_80, format)}`}
            />
            <Row
              name="95 %"
              value={`${exact(step.forecast.lower_95, format)} – ${exact(step.forecast.upper_95, format)}`}
            />
          </>
        )}
      </dl>
      {step.marks.map((mark) => (
        <p key={`${mark.date}${mark.kind}${segmentText(mark.segment)}`}>
          <i className="key mark" /> {mark.segment && segmentText(mark.segment) && `${segmentText(mark.segment)}: `}
          {mark.explanation}
        </p>
      ))}
    </div>
  );
}

function Row({ name, kind, value }: { name: string; kind?: string; value: string }) {
  return (
    <div>
      <dt>
        {kind && <i className={`key ${kind}`} />} {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The same as a table, for those who read no lines. */
export function DataTable({ series }: { series: Series }) {
  const { steps, format, granularity, title } = series;
  const [isOpen, open] = useState(false);
  return (
    <details className="data-table" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>Show as table</summary>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{granularity}</th>
              <th scope="col">{title}</th>
              <th scope="col">Before</th>
              <th scope="col">Forecast</th>
              <th scope="col">80 %</th>
            </tr>
          </thead>
          <tbody>
            {(isOpen ? steps : []).map((step) => (
              <tr key={step.date}>
                <th scope="row">{stepText(step.date, granularity)}</th>
                <td>
                  {exact(step.value, format)}
                  {step.value !== undefined && !step.isComplete && " (incomplete)"}
                </td>
                <td>{exact(step.before, format)}</td>
                <td>{exact(step.forecast?.value, format)}</td>
                <td>
                  {step.forecast
                    ? `${exact(step.forecast.lower_80, format)} – ${exact(step.forecast.upper_80, format)}`
                    : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
