import { useEffect, useRef, type ReactNode } from "react";

/** A window over the page; Escape, its button or a click beside it close it, and the focus goes back. */
export function Dialog({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    heading.current?.focus(); // or it would be the button that closes it
    return () => opened?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape does it too
    <dialog
      ref={dialog}
      aria-label={title}
      onCancel={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="dialog">
        <header>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" aria-label="Close" onClick={close}>
            ×
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
