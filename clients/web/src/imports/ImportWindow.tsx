import { exact, rows } from "../format";
import { Dialog } from "../parts/Dialog";
import { FilePicker } from "../parts/FilePicker";
import type { IncomingFiles } from "../state/incoming";
import { FileCard } from "./FileCard";
import { History } from "./History";

/** Files on their way in, each as it was understood before it is taken, and the imports so far. */
export function ImportWindow({ incoming, close }: { incoming: IncomingFiles; close: () => void }) {
  const { files, add, take } = incoming;
  const ready = files.filter((one) => one.step === "read");
  const taken = ready.reduce((sum, { report }) => sum + (report ? report.inserted + report.updated : 0), 0);
  const isBusy = files.some(({ step }) => step === "reading" || step === "taking");
  return (
    <Dialog title="Import" close={close}>
      <div className="picker">
        <p>Drop files of sales or visits anywhere: each is read first, and taken when you say so.</p>
        <FilePicker take={add}>Choose files</FilePicker>
      </div>
      {files.length > 0 && (
        <ul className="incoming">
          {files.map((one) => (
            <FileCard key={one.id} incoming={one} read={incoming.read} remove={incoming.remove} />
          ))}
        </ul>
      )}
      {ready.length > 0 && (
        <div className="buttons">
          <button type="button" className="primary" disabled={isBusy} onClick={take}>
            Import {rows(taken)}
            {ready.length > 1 && ` of ${exact(ready.length, "number")} files`}
          </button>
        </div>
      )}
      <History />
    </Dialog>
  );
}
