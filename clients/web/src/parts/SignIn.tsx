import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "bi-client";
import { session } from "../client";

interface Given {
  username: string;
  password: string;
}

/** For who is not known to the server: name and password, or what somebody else has given him. */
export function SignIn() {
  const queries = useQueryClient();
  // Another reader may see other rows: what was read before is forgotten.
  const enter = () => {
    queries.removeQueries({ type: "inactive" });
    void queries.resetQueries();
  };
  const signing = useMutation<void, ApiError, Given>({
    mutationFn: ({ username, password }) => session.signIn(username, password),
    onSuccess: enter,
  });
  return (
    <section className="failure" aria-label="Sign in">
      <h2>Sign in to see the figures</h2>
      <form
        className="sign-in"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          signing.mutate({ username: String(form.get("username")), password: String(form.get("password")) });
        }}
      >
        <label>
          User
          <input name="username" required autoComplete="username" autoCapitalize="none" />
        </label>
        <label>
          Password
          <input name="password" type="password" required autoComplete="current-password" />
        </label>
        {signing.error && <p role="alert">{signing.error.message}</p>}
        <button type="submit" className="primary" disabled={signing.isPending}>
          {signing.isPending ? "Signing in …" : "Sign in"}
        </button>
      </form>
      <details>
        <summary className="note">With an API key or a token</summary>
        <form
          className="sign-in"
          onSubmit={(event) => {
            event.preventDefault();
            session.signInWith(String(new FormData(event.currentTarget).get("credential")).trim());
            enter();
          }}
        >
          <label>
            API key or token
            <input name="credential" type="password" required autoComplete="off" />
          </label>
          <button type="submit">Enter</button>
        </form>
      </details>
    </section>
  );
}
