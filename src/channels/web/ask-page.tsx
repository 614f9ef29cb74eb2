import type { Answer } from "../../answer/answer.ts";
import { SUGGESTED_QUESTIONS } from "../../answer/texts.ts";
import type { Config } from "../../config.ts";
import { AnswerView, Questions } from "./answer-view.tsx";
import { asking, askUrl, historyAfter, type Asking } from "./asking.ts";
import { Layout } from "./layout.tsx";
import type { Presented } from "./present.ts";
import { texts } from "./texts.ts";

/** The page before the first question. */
export function WelcomePage({ config }: { config: Config }) {
  return (
    <Layout config={config} here="ask">
      <Welcome />
      <AskForm {...FIRST} history={[]} />
      <FirstQuestions />
      <ul class="promises">
        {texts.promises.map(([promise, more]) => (
          <li>
            <strong>{promise}</strong>
            <span>{more}</span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

/** A question that cannot be read as one: the words stay in the box to be changed. */
export function MistakePage({ config, asked, mistake }: { config: Config; asked: Asking; mistake: string }) {
  return (
    <Layout config={config} here="ask" unlisted>
      <Welcome />
      <AskForm {...FIRST} history={asked.earlier} question={asked.question} mistake={mistake} />
      <FirstQuestions />
    </Layout>
  );
}

export interface AnswerPageProps {
  config: Config;
  asked: Asking;
  answer: Answer;
  presented: Presented;
}

export function AnswerPage({ config, asked, answer, presented }: AnswerPageProps) {
  return (
    <Layout config={config} here="ask" title={shortened(asked.question)} unlisted>
      <Earlier questions={asked.earlier} />
      <h1 class="question">
        <span class="unseen">{texts.youAsked}: </span>
        {asked.question}
      </h1>
      <AnswerView answer={answer} presented={presented} organisation={config.organisation} />
      <AskForm {...NEXT} history={historyAfter(asked, answer)} />
      <p class="start-over">
        <a href="/">{texts.startOver}</a>
      </p>
    </Layout>
  );
}

function Welcome() {
  return (
    <div class="welcome">
      <h1>{texts.welcome}</h1>
      <p>{texts.welcomeMore}</p>
    </div>
  );
}

function FirstQuestions() {
  return (
    <section aria-labelledby="hay-hoi">
      <h2 id="hay-hoi">{texts.firstQuestions}</h2>
      <Questions questions={SUGGESTED_QUESTIONS} />
    </section>
  );
}

/** Earlier questions lead back to their answers, each with what came before it. */
function Earlier({ questions }: { questions: readonly string[] }) {
  if (questions.length === 0) return null;
  return (
    <nav class="earlier" aria-label={texts.asked}>
      <span aria-hidden="true">{texts.asked}:</span>
      <ul>
        {questions.map((question, at) => (
          <li>
            <a href={askUrl(asking(question, questions.slice(0, at)))}>{shortened(question)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const FIRST = { label: texts.questionLabel, hint: texts.questionHint, placeholder: texts.placeholder };
const NEXT = { label: texts.nextLabel, hint: texts.followUpHint, placeholder: texts.followUpPlaceholder };

interface AskFormProps {
  label: string;
  hint: string;
  placeholder: string;
  history: readonly string[];
  question?: string;
  mistake?: string;
}

/** Posted, so that any length arrives; the answer then has an address of its own (see routes). */
function AskForm({ label, hint, placeholder, history, question = "", mistake }: AskFormProps) {
  const wrong = mistake === undefined ? {} : { "aria-invalid": "true" as const };
  return (
    <form class="ask" method="post" action="/" data-ask="">
      <label for="cau-hoi">{label}</label>
      {mistake !== undefined && (
        <p class="mistake" id="loi-cau-hoi" role="alert">
          {mistake}
        </p>
      )}
      <textarea
        id="cau-hoi"
        name="q"
        rows={2}
        placeholder={placeholder}
        autocomplete="off"
        autocapitalize="sentences"
        enterkeyhint="send"
        aria-describedby={mistake === undefined ? "goi-y" : "loi-cau-hoi goi-y"}
        {...wrong}
      >
        {question}
      </textarea>
      {history.map((one) => (
        <input type="hidden" name="h" value={one} />
      ))}
      <div class="ask-row">
        <p class="hint" id="goi-y">
          {hint}
        </p>
        <button type="submit">{texts.send}</button>
      </div>
    </form>
  );
}

function shortened(question: string): string {
  const words = question.trim().replace(/\s+/g, " ");
  return words.length <= 60 ? words : `${Array.from(words).slice(0, 58).join("")}…`;
}
