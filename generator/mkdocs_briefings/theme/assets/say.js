// Says the messages of the site, which words.js brings in its language.
globalThis.briefingsSay = (id, values = {}) => {
  const { language, messages } = globalThis.briefingsWords;
  const message = messages[id];
  const form = typeof message === "string" ? message : message[new Intl.PluralRules(language).select(values.count)] || message.other;
  return form.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? values[name].toLocaleString(language) : values[name]);
};
