import type { Schemas } from "bi-client";
import { useApi } from "../state/asking";
import { days, exact } from "../format";
import { Empty, Loading, Panel } from "../parts/states";
import { filterQuery, rangeQuery, segmentText } from "../state/dimensions";
import type { Change, View } from "../state/view";
import { title } from "../words";

type Insight = Schemas["Insight"];
type Fact = Schemas["Fact"];
type Range = Schemas["TimeRange"] | undefined;

const PROBLEM = "data_problem";

/** Claims about the range in words, each with its facts; what casts doubt on the data stands apart, first. */
export function Insights({ view, change, range }: { view: View; change: Change; range: Range }) {
  const asked = useApi("/api/ai/ai-insights", range && { ...rangeQuery(view), ...filterQuery(view.filters) });
  const found = asked.data?.insights ?? [];
  const problems = found.filter((insight) => insight.type === PROBLEM);
  const claims = found.filter((insight) => insight.type !== PROBLEM);
  const list = (insights: readonly Insight[]) => (
    <ul className="insights">
      {insights.map((insight) => (
        <Claim key={insight.id} insight={insight} change={change} range={range} />
      ))}
    </ul>
  );
  return (
    <>
      {problems.length > 0 && (
        <Panel title="Data problems" className="problems" isOld={asked.isOld}>
          {list(problems)}
        </Panel>
      )}
      <Panel title="Insights" note={asked.data && source(asked.data.source)} isOld={asked.isOld}>
        {asked.error ? (
          <Empty>{asked.error.message}</Empty>
        ) : !asked.data ? (
          <Loading rows={6} />
        ) : claims.length === 0 ? (
          <Empty>Nothing to tell about this range.</Empty>
        ) : (
          list(claims)
        )}
        {asked.data?.notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
      </Panel>
    </>
  );
}

function source(id: string): string {
  return id === "built_in"
    ? ""
    : id === "openai"
      ? "worded by a model, figures checked"
      : "partly worded by a model, figures checked";
}

function Claim({ insight, change, range }: { insight: Insight; change: Change; range: Range }) {
  const shown = insight.evidence.find((fact) => fact.range?.start_date)?.range;
  return (
    <li className={insight.sentiment}>
      <p>{insight.text}</p>
      <details>
        <summary>Evidence</summary>
        <table>
          <tbody>
            {insight.evidence.map((fact, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- facts have no names of their own, and stay as they are
              <tr key={index}>
                <th scope="row">{title(fact.metric)}</th>
                <td>{exact(fact.value, fact.format)}</td>
                <td className="text note">{where(fact)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {shown && range && (
        <button type="button" className="link" onClick={() => showInChart(shown, range, change)}>
          Show in chart
        </button>
      )}
    </li>
  );
}

function where(fact: Fact): string {
  return [segmentText(fact.segment), days(fact.range)].filter(Boolean).join(", ");
}

/** Points the days out; the range grows where they are outside of it. */
function showInChart(days: Schemas["DateRange"], range: Schemas["TimeRange"], change: Change): void {
  const start = days.start_date < range.start_date ? days.start_date : range.start_date;
  const end = days.end_date > range.end_date ? days.end_date : range.end_date;
  const isInside = start === range.start_date && end === range.end_date;
  change({ show: `${days.start_date}/${days.end_date}`, ...(isInside ? {} : { range: "", start, end }) });
  document.querySelector(".series")?.scrollIntoView({ block: "center" });
}
