import { openPublication } from "../../src/adapters/files/publication-store.ts";
import { createKnowledgeAnswerer, todayInVietnam } from "../../src/answer/create.ts";
import { installationFolders } from "../../src/installation.ts";
import { startModelServer } from "../doubles/model-server/index.ts";
import { answererWithModel, placeOfDouble } from "../support/model/answerer.ts";
import { readQuestions } from "./questions.ts";
import { score } from "./score.ts";
const folders = installationFolders(import.meta.url);
const { publication } = await openPublication(folders.knowledgeFolder, folders.storeFolder);
const { answerer } = createKnowledgeAnswerer(publication, todayInVietnam, { onError: console.error });
const server = await startModelServer();
const withModel = answererWithModel(publication, todayInVietnam, placeOfDouble(server.url), { onError: console.error });
let n = 0, w = 0, o = 0;
for (const q of readQuestions("dev")) {
  const a = await withModel.explain(q.q, q.history, { key: "e", names: [] });
  const b = await answerer.explain(q.q, q.history);
  const [sa, sb] = [score(q, a.answer), score(q, b.answer)];
  if (sa.fact !== null) { n++; w += Number(sa.fact); o += Number(sb.fact); }
  if (sa.fact === false && sb.fact === true) console.log("LOSS", q.id, a.trace.model?.reading, a.trace.model?.words);
  if (sa.fact === true && sb.fact === false) console.log("GAIN", q.id, a.trace.model?.reading, a.trace.model?.words);
  if (sa.document === false && sb.document === true) console.log("DOCLOSS", q.id);
}
console.log({ n, w, o });
await server.stop();
