import { useEffect, useId, useRef, useState, type ReactNode } from "react";

interface Props {
  title: string;
  /** How much of it is chosen. */
  count?: number;
  children: ReactNode;
}

/** A button and what it opens; Escape, or a click beside it, closes it. */
export function Menu({ title, count = 0, children }: Props) {
  const [isOpen, open] = useState(false);
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: PointerEvent) => menu.current?.contains(event.target as Node) || open(false);
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [isOpen]);

  return (
    <div
      className="menu"
      role="none"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        open(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        className={count > 0 ? "chosen" : ""}
        onClick={() => open(!isOpen)}
      >
        {title}
        {count > 0 && <span className="count">{count}</span>}
        <span className="caret" aria-hidden="true" />
      </button>
      {isOpen && (
        <fieldset id={id} className="popup">
          <legend className="hidden">{title}</legend>
          {children}
        </fieldset>
      )}
    </div>
  );
}
