/** What kind of thing a question asks for. */
export type AnswerKind = "person" | "place" | "date" | "number" | "reason" | "statement" | "definition";

/** The kind of answer `question` expects, `null` when its words do not tell. */
export function answerKindOf(question: string): AnswerKind | null {
  const text = question.trim().toLowerCase();
  if (/\bwhat did\b.*\b(say|said|tell|think)\b/.test(text)) return "statement";
  if (/^who\b|\bwhose\b|\bwhom\b/.test(text)) return "person";
  if (/^where\b|\b(which|what) (country|city|place|state|town)\b/.test(text)) return "place";
  if (/^when\b|\b(which|what) (year|day|date|month|time)\b/.test(text)) return "date";
  if (/\bhow (many|much|old|long|far|big|tall|often|large)\b/.test(text)) return "number";
  if (/^why\b/.test(text)) return "reason";
  return null;
}
