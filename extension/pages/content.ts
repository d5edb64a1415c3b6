// The pages' texts, from the extension's own files. A text that another
// language does not have yet is shown in English.
const FILES = ["templates", "help", "exercises", "rules"];

export interface Content {
  readonly [part: string]: unknown;
}

async function read(language: string, file: string): Promise<object> {
  const answer = await fetch(chrome.runtime.getURL(`content/${language}/${file}.json`));
  if (!answer.ok) throw new Error(`content: ${language}/${file}.json answered ${answer.status}`);
  return (await answer.json()) as object;
}

async function readOr(language: string, file: string): Promise<object> {
  try {
    return await read(language, file);
  } catch {
    return read("en", file);
  }
}

export async function readContent(language: string, files = FILES): Promise<Content> {
  const parts = await Promise.all(files.map((file) => readOr(language, file)));
  return Object.assign({}, ...parts) as Content;
}
