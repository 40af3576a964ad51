import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { ApiError, type Query, type Schemas } from "bi-client";
import { bi } from "../client";

type Report = Schemas["ImportFileResponse"];

/** A file on its way in. */
export interface Incoming {
  id: number;
  file: File;
  /** How to read it, beyond what can be told from it. */
  options: Query;
  step: "reading" | "read" | "refused" | "taking" | "taken";
  /** What was understood of it; once it is taken, what became of it. */
  report?: Report;
  error?: ApiError;
}

export interface IncomingFiles {
  files: readonly Incoming[];
  add: (files: Iterable<File>) => void;
  /** Reads a file again, otherwise. */
  read: (id: number, options: Query) => void;
  remove: (id: number) => void;
  /** Takes those that could be read, in their order, each as an import of its own. */
  take: () => void;
}

/** Files are read, and taken, one after the other: the store takes one at a time anyway. */
export function useIncomingFiles(): IncomingFiles {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly Incoming[]>([]);
  const last = useRef(0);
  const queue = useRef(Promise.resolve());

  const become = useCallback(
    (id: number, change: Partial<Incoming>) =>
      setFiles((known) => known.map((one) => (one.id === id ? { ...one, ...change } : one))),
    [],
  );
  const ask = useCallback(
    (id: number, file: File, options: Query, isRehearsal: boolean) => {
      const work = async () => {
        try {
          const report = await bi.importFile(file, isRehearsal ? { ...options, dry_run: true } : options);
          become(id, { step: isRehearsal ? "read" : "taken", report });
          if (!isRehearsal) void client.invalidateQueries();
        } catch (error) {
          become(id, { step: "refused", error: error instanceof ApiError ? error : new ApiError(0, String(error)) });
        }
      };
      queue.current = queue.current.then(work);
    },
    [become, client],
  );
  const add = useCallback(
    (added: Iterable<File>) => {
      for (const file of added) {
        const id = ++last.current;
        setFiles((known) => [...known, { id, file, options: {}, step: "reading" }]);
        ask(id, file, {}, true);
      }
    },
    [ask],
  );
  const read = (id: number, options: Query) => {
    const found = files.find((one) => one.id === id);
    if (!found) return;
    become(id, { options, step: "reading" });
    ask(id, found.file, options, true);
  };
  const take = () => {
    for (const { id, file, options, step } of files) {
      if (step !== "read") continue;
      become(id, { step: "taking" });
      ask(id, file, options, false);
    }
  };
  const remove = (id: number) => setFiles((known) => known.filter((one) => one.id !== id));
  return { files, add, read, remove, take };
}
