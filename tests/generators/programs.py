"""Programs over generated clients. Each prints, as JSON, the revenue of this month as a KPI and as a table, and what is
said of a range that there is not."""

PYTHON = """
import json, sys
from client import Client
from client.api.dashboard_service import get_kpis
from client.api.data_service import batch_query
from client.models import BatchQueryBody, Error, QueryBody, QueryBodyMetricItem

client = Client(base_url=sys.argv[1])
kpis = get_kpis.sync(client=client, range_="mtd")
body = BatchQueryBody(queries=[QueryBody(range_="mtd", metric=[QueryBodyMetricItem.REVENUE])])
table = batch_query.sync(client=client, body=body).answers[0]
refused = get_kpis.sync(client=client, range_="mtx")
assert isinstance(refused, Error)
print(json.dumps([kpis[0].value, table.rows[0][0], refused.message]))
"""

GO = """
package main

import (
	"context"
	"encoding/json"
	"os"

	bi "example.com/shop/bi"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	configuration := bi.NewConfiguration()
	configuration.Servers = bi.ServerConfigurations{{URL: os.Args[1]}}
	client, ctx := bi.NewAPIClient(configuration), context.Background()
	kpis, _, err := client.DashboardServiceAPI.GetKpis(ctx).Range_("mtd").Execute()
	check(err)
	query := bi.NewQueryBody()
	query.SetRange("mtd")
	query.SetMetric([]string{"revenue"})
	body := bi.NewBatchQueryBody([]bi.QueryBody{*query})
	tables, _, err := client.DataServiceAPI.BatchQuery(ctx).BatchQueryBody(*body).Execute()
	check(err)
	_, _, err = client.DashboardServiceAPI.GetKpis(ctx).Range_("mtx").Execute()
	refused := err.(*bi.GenericOpenAPIError).Model().(bi.Error)
	check(json.NewEncoder(os.Stdout).Encode([]any{*kpis[0].Value, tables.Answers[0].Rows[0][0], refused.Message}))
}
"""

TYPESCRIPT_FETCH = """
import { Configuration, DashboardServiceApi, DataServiceApi, ResponseError } from "./client";

declare const process: { argv: string[] };

async function main() {
  const configuration = new Configuration({ basePath: process.argv[2] ?? "" });
  const dashboard = new DashboardServiceApi(configuration);
  const kpis = await dashboard.getKpis({ range: "mtd" });
  const batchQueryBody = { queries: [{ range: "mtd", metric: ["revenue" as const] }] };
  const { answers } = await new DataServiceApi(configuration).batchQuery({ batchQueryBody });
  const refused = await dashboard.getKpis({ range: "mtx" }).catch((error: ResponseError) => error.response.json());
  console.log(JSON.stringify([kpis[0]?.value, answers[0]?.rows[0]?.[0], refused.message]));
}

void main();
"""

ORVAL = """
import { batchQuery, getKpis } from "./client";

async function main() {
  const kpis = await getKpis({ range: "mtd" });
  const tables = await batchQuery({ queries: [{ range: "mtd", metric: ["revenue"] }] });
  const refused = await getKpis({ range: "mtx" });
  if (kpis.status !== 200 || typeof kpis.data === "string" || tables.status !== 200) throw new Error("refused");
  if (refused.status !== 400) throw new Error("not refused");
  console.log(JSON.stringify([kpis.data[0]?.value, tables.data.answers[0]?.rows[0]?.[0], refused.data.message]));
}

void main();
"""
