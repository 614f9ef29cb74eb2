import type { Child } from "hono/jsx";
import type { AudienceFilter } from "../../announce/audience.ts";
import { OCOP_STARS } from "../../registry/enterprise-profile.ts";
import { ENTERPRISE_KINDS, TOPICS } from "../../registry/views.ts";
import { Select, type Option } from "../kit/form.tsx";
import { optionsOf } from "../kit/options.ts";
import { chosenIn, type Areas } from "./areas.ts";
import type { AudienceChoices } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";

/** By this the counts know what to ask for. */
export const AUDIENCE_ID = "doi-tuong";

interface AudienceGiven {
  audience: AudienceFilter;
  choices: AudienceChoices;
  areas: Areas;
}

/** Whom it is for. What was chosen stands open, the rest is folded up. */
export function AudienceFields({ audience, choices, areas }: AudienceGiven) {
  const { topics, kinds, sectors, communeCodes, formerProvince, classes, ocopStars, associationIds } =
    audience;
  const provinces = [...new Set([...choices.formerProvinces, ...(formerProvince ? [formerProvince] : [])])];
  return (
    <fieldset class="field audience" id={AUDIENCE_ID}>
      <legend>{texts.audience}</legend>
      <p class="hint">{texts.audienceLead}</p>
      <Boxes name="chu_de" label={texts.topics} options={optionsOf(TOPICS)} chosen={topics} />
      <Boxes name="loai" label={texts.kinds} options={optionsOf(ENTERPRISE_KINDS)} chosen={kinds} />
      <Boxes
        name="nganh"
        label={texts.sectors}
        options={[...new Set([...choices.sectors, ...sectors])].map((one) => ({ value: one, label: one }))}
        chosen={sectors}
      />
      <AreaBoxes areas={areas} codes={communeCodes} />
      {provinces.length > 0 && (
        <Select
          name="tinh_cu"
          label={texts.formerProvince}
          value={formerProvince ?? ""}
          empty={texts.all}
          options={provinces.map((one) => ({ value: one, label: one }))}
        />
      )}
      <Group label={texts.history} count={classes === null ? 0 : 1 + classes.eventIds.length}>
        <Select
          name="lich_su"
          label={texts.historyKind}
          value={classes?.kind ?? ""}
          options={optionsOf(texts.histories)}
        />
        {choices.events.length > 0 && (
          <>
            <p class="hint">{texts.historyEvents}</p>
            <BoxList
              name="lich_su_lop"
              options={choices.events.map(({ id, keyword, title }) => ({
                value: id,
                label: texts.eventLabel(keyword, title),
              }))}
              chosen={classes?.eventIds ?? []}
            />
          </>
        )}
      </Group>
      <Group label={texts.ocop} count={ocopStars === null ? 0 : 1}>
        <Select
          name="ocop"
          label={texts.ocopLeast}
          value={ocopStars === null ? "" : String(ocopStars)}
          empty={texts.ocopAny}
          options={OCOP_STARS.map((stars) => ({ value: String(stars), label: texts.ocopStars(stars) }))}
        />
      </Group>
      <Boxes
        name="hoi"
        label={texts.associations}
        hint={texts.associationsHint}
        options={choices.associations.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={associationIds}
      />
    </fieldset>
  );
}

function AreaBoxes({ areas, codes }: { areas: Areas; codes: readonly string[] }) {
  const chosen = chosenIn(areas, codes);
  const count = chosen.provinces.length + chosen.districts.length + chosen.communes.length;
  return (
    <Group label={texts.areas} hint={texts.areasHint} count={count}>
      {areas.provinces.map((province) => (
        <>
          <BoxList
            name="tinh"
            options={[{ value: province, label: texts.wholeArea(province) }]}
            chosen={chosen.provinces}
          />
          {areas.districts
            .filter((one) => one.province === province)
            .map(({ name, communes }) => (
              <Group
                label={name}
                count={
                  chosen.districts.includes(name)
                    ? communes.length
                    : communes.filter(({ code }) => chosen.communes.includes(code)).length
                }
              >
                <BoxList
                  name="huyen"
                  options={[{ value: name, label: texts.wholeArea(name) }]}
                  chosen={chosen.districts}
                />
                <BoxList
                  name="xa"
                  options={communes.map(({ code, kind, name: commune }) => ({
                    value: code,
                    label: `${kind} ${commune}`,
                  }))}
                  chosen={chosen.communes}
                />
              </Group>
            ))}
        </>
      ))}
    </Group>
  );
}

interface BoxesGiven {
  name: string;
  label: string;
  hint?: string;
  options: readonly Option[];
  chosen: readonly string[];
}

/** Nothing to choose from is not shown. */
function Boxes({ name, label, hint, options, chosen }: BoxesGiven) {
  if (options.length === 0) return <></>;
  return (
    <Group label={label} {...(hint === undefined ? {} : { hint })} count={chosen.length}>
      <BoxList name={name} options={options} chosen={chosen} />
    </Group>
  );
}

function BoxList({ name, options, chosen }: Pick<BoxesGiven, "name" | "options" | "chosen">) {
  return (
    <div class="boxes">
      {options.map(({ value, label }) => (
        <label class="choice">
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

function Group(props: { label: string; hint?: string; count: number; children?: Child }) {
  const { label, hint, count, children } = props;
  return (
    <details class="group" open={count > 0}>
      <summary>
        {label}
        {count > 0 && <span class="optional"> ({texts.chosen(count)})</span>}
      </summary>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children}
    </details>
  );
}
