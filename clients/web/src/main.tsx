import { BiProvider } from "bi-client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { bi } from "./client";
import "./styles.css";

document.documentElement.lang = navigator.language;
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <BiProvider client={bi}>
        <App />
      </BiProvider>
    </StrictMode>,
  );
}
