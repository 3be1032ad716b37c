/**
 * Limits that Discord documents and its OpenAPI document does not hold (application-commands.mdx, message.mdx,
 * components/reference.mdx, receiving-and-responding.mdx). Each function lists what is wrong; empty when nothing is.
 */
// biome-ignore lint/suspicious/noExplicitAny: these are unchecked bodies; finding out what they hold is the point.
type Json = any;

const V2_FLAG = 1 << 15;
const V2_TYPES = new Set([9, 10, 11, 12, 13, 14, 17]);
const SELECTS = new Set([3, 5, 6, 7, 8]);
const LOCALES = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Every component, at any depth. */
export function componentsOf(body: Json): Json[] {
  const nested = (component: Json): Json[] => [
    component,
    ...(component.components ?? []).flatMap(nested),
    ...(component.accessory ? nested(component.accessory) : []),
    ...(component.component ? nested(component.component) : []),
  ];
  return (body?.components ?? []).flatMap(nested);
}

export function messageErrors(body: Json, files: readonly string[], whole: boolean): string[] {
  const errors: string[] = [];
  const components = componentsOf(body);
  const v2 = components.some(({ type }) => V2_TYPES.has(type));
  const flagged = ((body.flags ?? 0) & V2_FLAG) !== 0;
  if (whole && v2 && !flagged) errors.push("Components V2 without their flag");
  if (flagged && (body.content || body.embeds?.length || body.poll || body.sticker_ids?.length)) {
    errors.push("Components V2 beside content, embeds, a poll or stickers");
  }
  if ((body.content?.length ?? 0) > 2000) errors.push("content over 2000 characters");
  if (whole && !body.content?.trim() && components.length === 0 && files.length === 0 && !body.embeds?.length) {
    errors.push("an empty message");
  }
  const text = components.filter(({ type }) => type === 10).reduce((sum, { content }) => sum + content.length, 0);
  if (text > 4000) errors.push(`text displays hold ${text} characters, over 4000`);
  if (components.length > 40) errors.push(`${components.length} components, over 40`);
  errors.push(...componentErrors(components));
  const named = new Set((body.attachments ?? []).map(({ filename }: Json) => filename));
  for (const component of components) {
    const urls = [component.file?.url, component.media?.url, ...(component.items ?? []).map((i: Json) => i.media.url)];
    for (const url of urls.filter((candidate) => candidate?.startsWith("attachment://"))) {
      const name = url.slice("attachment://".length);
      if (!files.includes(name) && !named.has(name)) errors.push(`${url} is not attached`);
    }
  }
  return errors;
}

function componentErrors(components: readonly Json[]): string[] {
  const errors: string[] = [];
  const ids = components.map(({ custom_id }) => custom_id).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) errors.push(`a custom_id twice: ${ids.join(" ")}`);
  for (const component of components) {
    const { type } = component;
    if (type === 10 && component.content.trim() === "") errors.push("a text display of blanks");
    if (type === 1) {
      const inner = component.components.map((c: Json) => c.type);
      if (inner.some((t: number) => SELECTS.has(t)) && inner.length > 1) errors.push("a select beside others in a row");
    }
    if (type === 2) {
      const isLink = component.style === 5;
      if (isLink !== (component.url !== undefined)) errors.push("url and button style do not go together");
      if (isLink === (component.custom_id !== undefined)) errors.push("custom_id and button style do not go together");
      if (isLink && !/^(https?|discord):\/\//.test(component.url ?? "")) errors.push(`link to ${component.url}`);
      if (!component.label?.trim() && !component.emoji) errors.push("a button without label");
    }
    if (type === 3) {
      const values = component.options.map(({ value }: Json) => value);
      if (new Set(values).size < values.length) errors.push("a select value twice");
      if (component.options.length === 0) errors.push("a select without options");
      if ((component.max_values ?? 1) > component.options.length) errors.push("max_values over the options");
      for (const { label } of component.options) if (!label.trim()) errors.push("an option of blanks");
    }
    if (type === 4) {
      const { value, min_length = 0, max_length = 4000 } = component;
      if (min_length > max_length) errors.push("min_length over max_length");
      if (value && (value.length > max_length || value.length < min_length)) errors.push("value outside its lengths");
    }
  }
  return errors;
}

export function modalErrors(data: Json): string[] {
  const errors = componentErrors(componentsOf(data));
  if (data.components.length < 1 || data.components.length > 5) errors.push("a modal has 1 to 5 components");
  if (data.components.some(({ type }: Json) => type !== 18 && type !== 10)) {
    errors.push("a modal holds labels and text displays");
  }
  return errors;
}

export function choicesErrors(data: Json): string[] {
  const choices: Json[] = data?.choices ?? [];
  const errors = choices.length > 25 ? ["over 25 choices"] : [];
  for (const { name, value } of choices) {
    if (name.trim() === "" || name.length > 100) errors.push("a choice's name is not 1 to 100 characters");
    if (typeof value === "string" && (value.length === 0 || value.length > 100)) {
      errors.push("a choice's value is not 1 to 100 characters");
    }
  }
  return errors;
}

export function commandsErrors(commands: readonly Json[]): string[] {
  const errors: string[] = [];
  const ofType = (type: number) => commands.filter((command) => (command.type ?? 1) === type);
  for (const [type, most] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const) {
    const names = ofType(type).map(({ name }) => name);
    if (names.length > most) errors.push(`over ${most} commands of type ${type}`);
    if (new Set(names).size < names.length) errors.push("a command name twice");
  }
  for (const command of ofType(1)) {
    if (!/^.{1,100}$/s.test(command.description ?? "")) errors.push(`${command.name}: description`);
    errors.push(...nameErrors(command), ...optionErrors(command));
    if (charactersOf(command) > 8000) errors.push(`${command.name}: over 8000 characters`);
  }
  for (const command of commands.filter(({ type }) => type === 2 || type === 3)) {
    if (command.description || command.options?.length) errors.push(`${command.name}: a menu has a name only`);
  }
  return errors;
}

function nameErrors({ name, name_localizations, description_localizations }: Json): string[] {
  const names: string[] = [name, ...Object.values(name_localizations ?? {})];
  const locales = [...Object.keys(name_localizations ?? {}), ...Object.keys(description_localizations ?? {})];
  return [
    ...names.filter((n) => !NAME.test(n) || n !== n.toLowerCase()).map((n) => `"${n}" is not a command or option name`),
    ...locales.filter((locale) => !LOCALES.has(locale)).map((locale) => `${locale} is not a locale`),
  ];
}

function optionErrors(parent: Json): string[] {
  const options: Json[] = parent.options ?? [];
  const errors: string[] = [];
  const names = options.map(({ name }) => name);
  if (new Set(names).size < names.length) errors.push(`${parent.name}: an option twice`);
  const firstOptional = options.findIndex(({ type, required }) => type > 2 && !required);
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required)) {
    errors.push(`${parent.name}: a required option after an optional one`);
  }
  if (options.some(({ type }) => type <= 2) && options.some(({ type }) => type > 2)) {
    errors.push(`${parent.name}: subcommands beside options`);
  }
  for (const option of options) {
    if (!/^.{1,100}$/s.test(option.description ?? "")) errors.push(`${option.name}: description`);
    if (option.autocomplete && option.choices) errors.push(`${option.name}: autocomplete beside choices`);
    for (const { name, value } of option.choices ?? []) {
      if (name.length > 100 || (typeof value === "string" && value.length > 100)) {
        errors.push(`${option.name}: a choice over 100 characters`);
      }
    }
    errors.push(...nameErrors(option), ...optionErrors(option));
  }
  return errors;
}

function charactersOf({ name, description, options, choices }: Json): number {
  const own = (name?.length ?? 0) + (description?.length ?? 0);
  const chosen = (choices ?? []).reduce((sum: number, c: Json) => sum + c.name.length + String(c.value).length, 0);
  return own + chosen + (options ?? []).reduce((sum: number, option: Json) => sum + charactersOf(option), 0);
}
