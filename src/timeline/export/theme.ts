/** Which background a picture is for. */
export type Theme = "dark" | "light";

/** Colours with a contrast of at least 4.5 to 1 for text (WCAG 2.1, 1.4.3). */
export type Colours = {
  readonly ground: string;
  readonly text: string;
  readonly dim: string;
  readonly grid: string;
  readonly accent: string;
  readonly scheduled: string;
};

export const THEMES: Readonly<Record<Theme, Colours>> = {
  dark: {
    ground: "#1e1f22",
    text: "#f2f3f5",
    dim: "#b5bac1",
    grid: "#43454b",
    accent: "#7ea6ff",
    scheduled: "#f0b232",
  },
  light: {
    ground: "#ffffff",
    text: "#1f2328",
    dim: "#57606a",
    grid: "#d0d7de",
    accent: "#2f5bd7",
    scheduled: "#a85a00",
  },
};
