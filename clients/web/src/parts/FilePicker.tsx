import type { ReactNode } from "react";

/** A button that opens the system's window for files. */
export function FilePicker({ take, children }: { take: (files: Iterable<File>) => void; children: ReactNode }) {
  return (
    <label className="file">
      {children}
      <input
        type="file"
        multiple
        className="hidden"
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </label>
  );
}
