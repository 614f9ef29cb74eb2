export { createWeb } from "./routes.tsx";
