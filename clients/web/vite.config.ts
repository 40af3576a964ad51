import { defaultClientConditions, defineConfig } from "vite";

// Built into the gateway's package, which serves it under /app/; `npm run dev` is the same page on :3000, across origins.
// Of bi-client the sources are taken, which need not be built before.
export default defineConfig({
  base: "./",
  server: { port: 3000, strictPort: true },
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: { outDir: "../../envoy/bi_gateway/app", emptyOutDir: true, target: "es2022", modulePreload: false },
});
