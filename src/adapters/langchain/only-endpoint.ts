import { OperatorError } from "../../errors.ts";

/**
 * A `fetch` that reaches the configured endpoint and nothing else, whatever a library asks it for. Redirects are not
 * followed: the endpoint could lead elsewhere.
 * @param baseUrl as set, `https://api.openai.com/v1`
 */
export function fetchOnly(baseUrl: string): typeof fetch {
  const allowed = new URL(withSlash(baseUrl));
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== allowed.origin || !url.pathname.startsWith(allowed.pathname))
      throw new OperatorError(
        `a model may not be reached at ${url.origin}: it is not the address that was set`,
      );
    return fetch(input, { ...init, redirect: "error" });
  };
}

function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}
