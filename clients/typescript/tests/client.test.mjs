// Run by tests/web/test_typescript.py in an app that has the package installed, before the gateway at BI_URL.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { ApiError, Client } from "bi-client";

const bi = new Client({ baseUrl: `${process.env.BI_URL}/` });

test("a route answers, with what its path takes", async () => {
  const kpis = await bi.get("/api/dashboard/kpis", { range: "mtd", category: ["books", "Sports"], region: "" });
  assert.equal(kpis[0].id, "total_revenue");
  const { names } = await bi.get("/api/metadata/dimensions/{dimension}/names", {
    dimension: "category",
    search: "boo",
  });
  assert.deepEqual(names, ["Books"]);
});

test("what is wrong is told, with its parameter", async () => {
  const asked = bi.get("/api/dashboard/kpis", { start_date: "2024-02-30", end_date: "2024-03-31" });
  await assert.rejects(asked, (error) => {
    assert.ok(error instanceof ApiError);
    assert.equal(error.status, 400);
    assert.match(error.reasons[0], /^start_date: /);
    assert.ok(error.requestId);
    return !error.isPassing;
  });
});

test("no server is a failure that passes, and an end by the caller is none", async () => {
  const nobody = new Client({ baseUrl: "http://127.0.0.1:9" });
  await assert.rejects(nobody.get("/api/metadata", {}), (error) => error.status === 0 && error.isPassing);
  await assert.rejects(bi.get("/api/metadata", {}, AbortSignal.abort()), { name: "AbortError" });
});

test("a report is downloaded under its name", async () => {
  const { name, contents } = await bi.download("/api/reports/kpis.csv", { range: "mtd" });
  assert.match(name, /\.csv$/);
  assert.match(await contents.text(), /Total Revenue/);
});

test("a file is taken, heard of, and taken back", async () => {
  const versions = [];
  let tell;
  const end = bi.listen({ heard: (version) => (versions.push(version), tell?.()) });
  const until = async (count) => {
    while (versions.length < count) await new Promise((resolve) => (tell = resolve));
  };
  await until(1);
  const row = "date,revenue,quantity,category,region,order_id\n2024-12-31,10.50,1,Books,North,TS-1\n";
  const file = new File([row], "day.csv");
  assert.equal((await bi.importFile(file, { dry_run: true })).inserted, 1);
  const taken = await bi.importFile(file);
  await until(2);
  assert.equal((await bi.undoImport(taken.import_id)).removed, 1);
  await until(3);
  end();
});

test("who asks is said as he is known, and a refused token is exchanged once", async () => {
  const heard = [];
  const server = createServer((request, response) => {
    const { authorization, "x-api-key": key } = request.headers;
    heard.push(authorization ?? key);
    response.writeHead(authorization === "Bearer o.l.d" ? 401 : 200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const baseUrl = `http://127.0.0.1:${server.address().port}`;
  let token = "o.l.d";
  const renewed = async (refused) => refused === "o.l.d" && Boolean((token = "n.e.w"));
  await new Client({ baseUrl, credential: { credential: async () => token, renewed } }).get("/api/metadata", {});
  await new Client({ baseUrl, credential: "a key" }).get("/api/metadata", {});
  await new Client({ baseUrl }).get("/api/metadata", {});
  assert.deepEqual(heard, ["Bearer o.l.d", "Bearer n.e.w", "a key", undefined]);
  server.close();
});
