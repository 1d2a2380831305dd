import { dominantModality } from '../visit/dominant-modality.js';
import { patientStatusByHistory } from '../visit/patient-status.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, joinNotes, stepDone, stepStopped } from './coding-step.js';

/** The visit as coding reads it: held by the modality that took the longer part, new or established as its history says. */
export function settleVisitFacts(visit: Visit, groupNpi: string): CodingStep<Visit> {
  if (visit.modalityMinutes === undefined && visit.patientHistory === undefined) return stepDone(visit, []);
  const modality = settleModality(visit);
  const newPatient = settlePatientStatus(visit, groupNpi);
  const { newPatient: _, ...rest } = visit;
  const settled = newPatient.value === undefined ? rest : { ...rest, newPatient: newPatient.value };
  return { ...joinNotes([modality, newPatient]), value: { ...settled, modality: modality.value } };
}

function settleModality(visit: Visit): CodingStep<Visit['modality']> {
  const minutes = visit.modalityMinutes;
  if (minutes === undefined || visit.modality === 'asynchronous') return stepDone(visit.modality, []);
  const dominant = dominantModality(visit);
  if (dominant === 'tied') {
    return stepStopped(visit.modality, {
      code: 'dominant-modality-tied',
      message: `video and audio alone each took ${minutes.audioVideo} minutes, so neither was the longer part`,
      location: 'modalityMinutes',
      remedy: 'Say from the note which of the two took the longer part of the visit.',
      source: codingSources.dominantModality,
    });
  }
  const step = {
    ruleId: 'dominant-modality',
    facts: {
      audioVideoMinutes: minutes.audioVideo,
      audioOnlyMinutes: minutes.audioOnly,
      modalityStated: visit.modality,
    },
    decision: `billed as ${dominant.replaceAll('_', '-')}, the longer part of the visit`,
    source: codingSources.dominantModality,
    alternatives: [`${dominant === 'audio_video' ? 'audio-only' : 'audio-video'}: it took the shorter part`],
  };
  return stepDone(dominant, [step]);
}

function settlePatientStatus(visit: Visit, groupNpi: string): CodingStep<boolean | undefined> {
  const { patientHistory, newPatient: stated } = visit;
  if (patientHistory === undefined) return stepDone(stated, []);
  const status = patientStatusByHistory(visit, patientHistory, groupNpi);
  const derived = status.kind === 'undecided' ? undefined : status.kind === 'new';
  if (stated !== undefined && derived !== undefined && stated !== derived) {
    return stepStopped(derived, {
      code: 'new-patient-contradicts-history',
      message: `the record says the patient is ${stated ? 'new' : 'established'}, and its history says ${status.kind}`,
      location: 'newPatient',
      remedy: 'Correct the statement or the history of the three years before; then code again.',
      source: codingSources.newOrEstablished,
    });
  }
  const facts = {
    services: patientHistory.services.length,
    historyComplete: patientHistory.complete,
    specialty: patientHistory.specialtyTaxonomyCode ?? visit.clinician.taxonomyCode,
    stated: stated ?? null,
    lastService: status.kind === 'established' ? status.lastService : null,
  };
  const value = derived ?? stated;
  return stepDone(value, [
    { ruleId: 'new-or-established', facts, decision: decisionOf(), source: codingSources.newOrEstablished },
  ]);

  function decisionOf(): string {
    switch (status.kind) {
      case 'established':
        return `established: seen by the same ${status.by} on ${status.lastService}`;
      case 'new':
        return 'new: the complete history shows no service of group and specialty in three years';
      case 'undecided':
        return stated === undefined
          ? `undecided: ${status.reason}`
          : `${stated ? 'new' : 'established'} as stated; the history is undecided: ${status.reason}`;
    }
  }
}
