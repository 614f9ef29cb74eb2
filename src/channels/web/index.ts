export { createWeb, type WebParts } from "./routes.tsx";
