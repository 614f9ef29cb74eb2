/** Any of these and LangChain sends every call to its makers as well. */
const TRACING = [
  "LANGSMITH_TRACING",
  "LANGSMITH_TRACING_V2",
  "LANGCHAIN_TRACING",
  "LANGCHAIN_TRACING_V2",
  "LANGCHAIN_VERBOSE",
] as const;

/** Before anything of LangChain is made. */
export function withoutTracing(): void {
  for (const name of TRACING) Reflect.deleteProperty(process.env, name);
}
