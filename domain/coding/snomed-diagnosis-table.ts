/**
 * SNOMED CT concepts that telemedicine visits carry, with the ICD-10-CM code a biller reports for each when the
 * record says no more than the concept does. Our own selection; a code names the least specific condition that fits.
 */
export const snomedDiagnoses: Readonly<Record<string, string>> = {
  // Heart and vessels
  '38341003': 'I10', // high blood pressure
  '59621000': 'I10', // essential hypertension
  '42343007': 'I509', // congestive heart failure
  '84114007': 'I509', // heart failure
  '88805009': 'I509', // chronic congestive heart failure
  '49436004': 'I4891', // atrial fibrillation
  '53741008': 'I2510', // coronary artery disease
  '414545008': 'I259', // ischemic heart disease
  '29857009': 'R079', // chest pain
  // Metabolism and nutrition
  '44054006': 'E119', // type 2 diabetes
  '73211009': 'E119', // diabetes, type not said
  '46635009': 'E109', // type 1 diabetes
  '15777000': 'R7303', // prediabetes
  '55822004': 'E785', // high blood lipids
  '13644009': 'E7800', // high cholesterol
  '302870006': 'E781', // high triglycerides
  '237602007': 'E88810', // metabolic syndrome
  '40930008': 'E039', // underactive thyroid
  '34486009': 'E0590', // overactive thyroid
  '414916001': 'E669', // obesity
  '162864005': 'E669', // body mass index over 30
  '238136002': 'E6601', // severe obesity from excess calories
  '408512008': 'E66813', // body mass index over 40
  '90560007': 'M109', // gout
  '271737000': 'D649', // anemia
  '87522002': 'D509', // iron deficiency anemia
  // Breathing, ear, nose and throat
  '195967001': 'J45909', // asthma
  '233678006': 'J45909', // childhood asthma
  '13645005': 'J449', // chronic obstructive lung disease
  '185086009': 'J449', // chronic obstructive bronchitis
  '87433001': 'J439', // emphysema
  '10509002': 'J209', // acute bronchitis
  '233604007': 'J189', // pneumonia
  '54150009': 'J069', // upper respiratory infection
  '82272006': 'J00', // common cold
  '6142004': 'J111', // influenza
  '840539006': 'U071', // COVID-19
  '840544004': 'Z20822', // suspected COVID-19
  '36971009': 'J329', // sinusitis
  '40055000': 'J329', // chronic sinusitis
  '444814009': 'J329', // viral sinusitis
  '75498004': 'J0190', // acute bacterial sinusitis
  '195662009': 'J028', // acute viral pharyngitis
  '363746003': 'J029', // acute pharyngitis
  '43878008': 'J020', // streptococcal sore throat
  '61582004': 'J309', // allergic rhinitis
  '367498001': 'J302', // seasonal allergic rhinitis
  '446096008': 'J3089', // year-round allergic rhinitis
  '65363002': 'H6690', // otitis media
  '9826008': 'H109', // conjunctivitis
  '49727002': 'R059', // cough
  '267036007': 'R0600', // shortness of breath
  // Mind and sleep
  '35489007': 'F32A', // depression
  '370143000': 'F329', // major depression
  '36923009': 'F329', // major depression, one episode
  '66344007': 'F339', // recurrent major depression
  '48694002': 'F419', // anxiety
  '197480006': 'F419', // anxiety disorder
  '21897009': 'F411', // generalized anxiety
  '371631005': 'F410', // panic disorder
  '47505003': 'F4310', // post-traumatic stress
  '17226007': 'F4320', // adjustment disorder
  '13746004': 'F319', // bipolar disorder
  '191736004': 'F429', // obsessive-compulsive disorder
  '406506008': 'F909', // attention deficit with hyperactivity
  '35253001': 'F900', // attention deficit, inattentive
  '408856003': 'F840', // autism
  '58214004': 'F209', // schizophrenia
  '7200002': 'F1020', // alcohol dependence
  '5602001': 'F1110', // opioid abuse
  '75544000': 'F1120', // opioid dependence
  '56294008': 'F17200', // nicotine dependence
  '193462001': 'G4700', // insomnia
  '39898005': 'G479', // sleep disorder
  '78275009': 'G4733', // obstructive sleep apnea
  // Nerves
  '37796009': 'G43909', // migraine
  '398057008': 'G44209', // tension headache
  '25064002': 'R519', // headache
  '404640003': 'R42', // dizziness
  '84757009': 'G40909', // epilepsy
  '128613002': 'G40909', // seizure disorder
  '26929004': 'G309', // Alzheimer's disease
  '49049000': 'G20A1', // Parkinson's disease
  '128188000': 'G809', // cerebral palsy
  // Kidney and urinary tract
  '431855005': 'N181', // chronic kidney disease, stage 1
  '431856006': 'N182', // stage 2
  '433144002': 'N1830', // stage 3
  '431857002': 'N184', // stage 4
  '46177005': 'N186', // end-stage kidney disease
  '709044004': 'N189', // chronic kidney disease
  '68566005': 'N390', // urinary tract infection
  '197927001': 'N390', // recurrent urinary tract infection
  '307426000': 'N3000', // acute infective cystitis
  '38822007': 'N3090', // cystitis
  // Digestion
  '235595009': 'K219', // reflux disease
  '25374005': 'K529', // gastroenteritis
  '14760008': 'K5900', // constipation
  '10743008': 'K589', // irritable bowel
  '62315008': 'R197', // diarrhea
  '422587007': 'R110', // nausea
  '21522001': 'R109', // abdominal pain
  // Bones, joints and pain
  '396275006': 'M1990', // osteoarthritis
  '239873007': 'M179', // osteoarthritis of the knee
  '69896004': 'M069', // rheumatoid arthritis
  '64859006': 'M810', // osteoporosis
  '203082005': 'M797', // fibromyalgia
  '161891005': 'M549', // back pain
  '279039007': 'M5450', // low back pain
  '278860009': 'M5450', // chronic low back pain
  '57676002': 'M2550', // joint pain
  '82423001': 'G8929', // chronic pain
  // Skin
  '24079001': 'L209', // atopic dermatitis
  '43116000': 'L309', // eczema
  '40275004': 'L259', // contact dermatitis
  '88616000': 'L700', // acne
  '128045006': 'L0390', // cellulitis
  '4740000': 'B029', // shingles
  '9014002': 'L409', // psoriasis
  '126485001': 'L509', // hives
  '271807003': 'R21', // rash
  // Cancers
  '399068003': 'C61', // prostate
  '254637007': 'C3490', // lung, non-small cell
  '363406005': 'C189', // colon
  // Pregnancy
  '72892002': 'Z3490', // normal pregnancy
  '156073000': 'O039', // complete miscarriage
  // General signs
  '84229001': 'R5383', // fatigue
  '386661006': 'R509', // fever
  // Circumstances that have a reportable Z code
  '73595000': 'Z733', // stress
  '73438004': 'Z560', // unemployed
  '32911000': 'Z5900', // homeless
  '713458007': 'Z5982', // no transportation
  '449868002': 'Z720', // smokes daily
};

/** Concepts whose code depends on the patient's sex. */
export const snomedDiagnosesBySex: Readonly<Record<string, { readonly F: string; readonly M: string }>> = {
  '254837009': { F: 'C50919', M: 'C50929' }, // cancer of the breast
};

/** Injuries: the code ends with A (active treatment), which a coder may have to change (ICD-10-CM guidelines I.C.19.a). */
export const snomedSeventhCharacter: Readonly<Record<string, string>> = {
  '62106007': 'S060X0A', // concussion without loss of consciousness
  '62564004': 'S060X9A', // concussion with loss of consciousness
  '110030002': 'S060XAA', // concussion, consciousness not said
  '44465007': 'S93409A', // sprained ankle
};

/** Situations and findings that records list among conditions and that are not diagnoses of the visit. */
export const snomedNotDiagnoses: Readonly<Record<string, string>> = {
  '160903007': 'employment status',
  '160904001': 'employment status',
  '741062008': 'employment status',
  '423315002': 'social circumstances',
  '424393004': 'social circumstances',
  '706893006': 'social circumstances',
  '266948004': 'legal history',
  '224299000': 'education',
  '473461003': 'education',
  '5251000175109': 'education',
  '314529007': 'a reminder, not a condition',
};
