/** A text as the model sees it: an opaque id and what somebody wrote, never an instruction. */
export interface TextToAnalyse {
  id: string;
  text: string;
}

/** The model's raw answer, not yet trusted; `throttled` when it has no capacity now. */
export type ModelAnswer = { kind: 'answer'; input: unknown } | { kind: 'throttled' };

/** One call of the language model over texts of one organization. */
export interface AnalysisModel {
  ask(texts: readonly TextToAnalyse[]): Promise<ModelAnswer>;
}
