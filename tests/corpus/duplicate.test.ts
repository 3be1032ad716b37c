import { expect, it } from "vitest";
import { Duplicates, printOf } from "../../src/corpus/duplicate.ts";

const [ferry, bridge] = [printOf("The ferry sank."), printOf("The bridge opened.")];
const found = (duplicates: Duplicates, print: string, url: string | null = null) =>
  duplicates.find(print, url, () => true);
const put = (duplicates: Duplicates, id: string, print: string, url: string | null = null) =>
  duplicates.put({ article: { id, url }, print });

it("knows nothing of an article that was removed, whether or not somebody looked in between", () => {
  const duplicates = new Duplicates();
  put(duplicates, "a", ferry);
  duplicates.remove("a");
  expect(found(duplicates, ferry)).toBeNull();
  put(duplicates, "b", ferry);
  put(duplicates, "c", ferry);
  expect(found(duplicates, ferry)).toEqual({ same: "text", id: "b" });
  duplicates.remove("b");
  expect(found(duplicates, ferry)).toEqual({ same: "text", id: "c" });
  duplicates.remove("c");
  expect(found(duplicates, ferry)).toBeNull();
});

it("knows an article by its last text and address alone", () => {
  const duplicates = new Duplicates();
  put(duplicates, "a", ferry, "https://courier.example/1");
  expect(found(duplicates, bridge, "http://www.courier.example/1/")).toEqual({ same: "address", id: "a" });
  put(duplicates, "a", bridge, "https://courier.example/2");
  expect(found(duplicates, ferry, "https://courier.example/1")).toBeNull();
  expect(found(duplicates, bridge)).toEqual({ same: "text", id: "a" });
});
