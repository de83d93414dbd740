/** One invented case in both languages. */

const both = (en, de) => ({ en, de });
export const pick = (value, language) => (value && typeof value === 'object' && 'en' in value ? value[language] : value);

export const question = both(
  'Bridge to transplant, resect, or ablate? Is the segment III lesion a second tumour?',
  'Überbrückung zur Transplantation, Resektion oder Ablation? Ist der Herd in Segment III ein zweiter Tumor?',
);

export const members = [
  ['ML', 'M. Lindqvist', both('Surgery', 'Chirurgie'), 'SUR'], ['AB', 'A. Brandt', both('Radiology', 'Radiologie'), 'RAD'],
  ['TN', 'T. Nowak', both('Pathology', 'Pathologie'), 'PAT'], ['CO', 'C. Okafor', both('Oncology', 'Onkologie'), 'ONC'],
  [
    'RS',
    'R. Said',
    both('Radiation oncology', 'Strahlentherapie'),
    'RTO',
  ], ['HV', 'H. Voss', both('Hepatology', 'Hepatologie'), 'HEP'],
  ['JP', 'J. Peeters', both('Palliative care', 'Palliativmedizin'), 'PAL'],
].map(([initials, name, discipline, short]) => ({ id: initials, initials, name, discipline, short }));

export const phases = [
  ['intake', both('Intake', 'Vorbereitung')], ['review', both('Independent review', 'Unabhängige Sichtung')],
  ['discussion', both('Discussion', 'Diskussion')], ['voting', both('Vote', 'Abstimmung')],
  ['drafting', both('Consensus', 'Konsens')], ['signed', both('Signed', 'Signiert')],
];

export const documents = [
  ['img', both('Imaging', 'Bildgebung'), [
    ['d1', both('MRI liver with contrast', 'MRT Leber mit Kontrastmittel'), '2026-11-14', 0.7, 3, true],
    ['d2', both('CT chest, staging', 'CT Thorax, Staging'), '2026-11-12', 1, 0],
    ['d3', both('MRI liver, baseline', 'MRT Leber, Ausgangsbefund'), '2026-08-03', 1, 1],
  ]],
  ['path', both('Pathology', 'Pathologie'), [['d4', both('Core biopsy segment VII', 'Stanzbiopsie Segment VII'), '2026-11-16', 1, 1]]],
  ['lab', both('Laboratory', 'Labor'), [['d5', both('Laboratory, cumulative', 'Labor, kumulativ'), '2026-11-20', 0.5, 1]]],
  [
    'mol',
    both('Molecular', 'Molekular'),
    [['d6', both('NGS panel, tissue', 'NGS-Panel, Gewebe'), '2026-11-21', 0, 0, false, both('New', 'Neu')]],
  ],
  ['clin', both('Clinical', 'Klinik'), [
    ['d7', both('Hepatology consultation', 'Hepatologisches Konsil'), '2026-11-18', 1, 0],
    ['d8', both('Anaesthesia assessment', 'Anästhesiologische Beurteilung'), '2026-11-19', 0, 0],
  ]],
];

export const text = both(
  `Cirrhosis due to hepatitis C, sustained response 2021. Rising alpha-fetoprotein on surveillance.
Segment VII: 32 mm lesion with non-rim arterial hyperenhancement, portal venous washout and an enhancing capsule, previously 21 mm. The lesion abuts the right hepatic vein over 8 mm without deformation. No tumour thrombus in the portal or hepatic veins.
Segment III: 9 mm focus, arterially hyperenhancing, without washout, hypointense in the hepatobiliary phase. Not visible on the baseline study, which was degraded by motion.
Spleen 14.2 cm. Small oesophageal varices. No ascites. Future liver remnant after right posterior sectionectomy estimated at 61\u00a0%.
Segment VII LR-5, definite HCC, growing. Segment III LR-4, probably HCC. Follow-up in 6 to 8 weeks or multiphase CT would help to clarify.`,
  `Leberzirrhose bei Hepatitis C, anhaltendes Ansprechen seit 2021. Ansteigendes Alpha-Fetoprotein in der Überwachung.
Segment VII: 32 mm großer Herd mit arterieller Hyperkontrastierung, portalvenösem Auswaschen und kontrastierter Kapsel, zuvor 21 mm. Der Herd grenzt auf 8 mm an die rechte Lebervene, ohne sie zu verformen. Kein Tumorthrombus in Pfortader oder Lebervenen.
Segment III: 9 mm großer Fokus, arteriell hyperkontrastiert, ohne Auswaschen, hypointens in der hepatobiliären Phase. Im Ausgangsbefund nicht sichtbar, dieser war bewegungsgestört.
Milz 14,2 cm. Kleine Ösophagusvarizen. Kein Aszites. Verbleibendes Lebervolumen nach rechtsposteriorer Sektorektomie etwa 61\u00a0%.
Segment VII LR-5, sicheres HCC, größenprogredient. Segment III LR-4, wahrscheinliches HCC. Verlaufskontrolle in 6 bis 8 Wochen oder Mehrphasen-CT zur Klärung.`,
);

export const findings = [
  ['1', 'agree', both(
    '32 mm lesion with non-rim arterial hyperenhancement, portal venous washout',
    '32 mm großer Herd mit arterieller Hyperkontrastierung, portalvenösem Auswaschen',
  ),
    both(
      'Dominant HCC grew 11 mm in 15 weeks',
      'Führendes HCC wuchs 11 mm in 15 Wochen',
    ), both('Certain', 'Sicher'), both('Staging', 'Stadium')],
  ['2', 'differ', both(
    '9 mm focus, arterially hyperenhancing, without washout',
    '9 mm großer Fokus, arteriell hyperkontrastiert, ohne Auswaschen',
  ),
    both(
      'Second focus unproven; do not count it yet',
      'Zweiter Herd unbewiesen; noch nicht mitzählen',
    ), both('Uncertain', 'Unsicher'), both('Staging', 'Stadium')],
  ['3', 'agree', both('Small oesophageal varices', 'Kleine Ösophagusvarizen'),
    both(
      'Portal hypertension raises resection risk',
      'Portale Hypertension erhöht das Resektionsrisiko',
    ), both('Probable', 'Wahrscheinlich'), both('Risk', 'Risiko')],
];

const dates = ['2026-09-04', '2026-09-18', '2026-10-02', '2026-10-16', '2026-11-06', '2026-11-20'];
const analyte = (id, name, unit, values, low, high) => ({
  id, analyte: name, unit, points: values.map((value, index) => ({ date: dates[index], value, low, high })),
});

export const series = [
  analyte('afp', 'AFP', 'ng/ml', ['18', '22', '31', '46', '97', '212'], undefined, '7'),
  analyte(
    'bili',
    both('Bilirubin, total', 'Bilirubin gesamt'),
    'mg/dl',
    ['1.0', '1.1', '0.9', '1.3', '1.2', '1.4'],
    '0.2',
    '1.2',
  ),
  analyte('alb', both('Albumin', 'Albumin'), 'g/l', ['38', '37', '37', '36', '35', '34'], '35', '52'),
  analyte('inr', 'INR', '', ['1.1', '1.1', '1.2', '1.1', '1.2', '1.2'], '0.9', '1.2'),
  analyte('plt', both('Platelets', 'Thrombozyten'), 'G/l', ['121', '118', '109', '104', '98', '92'], '150', '370'),
  analyte('crea', both('Creatinine', 'Kreatinin'), 'mg/dl', ['0.9', '1.0', '0.9', '0.9', '1.0', '0.9'], '0.7', '1.2'),
  analyte('alt', 'ALT', 'U/l', ['44', '52', '39', '41', '37', '36'], undefined, '50'),
];

export const options = [
  ['A', both('List for transplant, bridge with TACE', 'Transplantationsliste, Überbrückung mit TACE'), 7,
    {
      distribution: [0, 0, 0, 0, 0, 0, 2, 3, 2],
      median: '8',
      p30: '7.4',
      p70: '8.6',
      ipr: '1.2',
      ipras: '6.85',
      disagreement: false,
      appropriateness: 'appropriate',
    }],
  ['B', both('Right posterior sectionectomy', 'Rechtsposteriore Sektorektomie'), 8,
    {
      distribution: [0, 2, 1, 0, 1, 0, 1, 2, 0],
      median: '5',
      p30: '2.4',
      p70: '7.6',
      ipr: '5.2',
      ipras: '2.35',
      disagreement: true,
      appropriateness: 'uncertain',
    }],
  ['C', both('Microwave ablation of both foci', 'Mikrowellenablation beider Herde'), 6,
    {
      distribution: [0, 0, 0, 2, 3, 2, 0, 0, 0],
      median: '5',
      p30: '4.4',
      p70: '5.6',
      ipr: '1.2',
      ipras: '2.35',
      disagreement: false,
      appropriateness: 'uncertain',
    }],
  ['D', both('Wait six weeks, repeat MRI', 'Sechs Wochen warten, MRT wiederholen'), 3,
    {
      distribution: [2, 3, 1, 1, 0, 0, 0, 0, 0],
      median: '2',
      p30: '1.4',
      p70: '2.6',
      ipr: '1.2',
      ipras: '6.85',
      disagreement: false,
      appropriateness: 'inappropriate',
    }],
];

export const differences = [
  ['n', both('Viable tumours', 'Vitale Tumoren'), ['2', '2', '1', '2', '1', '2', null], '1'],
  ['pvi', both('Vein invasion', 'Veneninvasion'), ['–', '–', '–', '–', '–', '–', null]],
  ['res', both('Resectable', 'Resektabel'), [null, null, '+', '?', '+', '–', null], '?–'],
  ['milan', both('Milan criteria', 'Mailand-Kriterien'), ['+', '+', '+', '+', '+', '+', null]],
  ['cp', 'Child-Pugh', [null, 'A6', 'A6', 'A6', 'A6', 'A6', null]],
];

export const comments = [
  [
    'A. Brandt',
    both('Radiology', 'Radiologie'),
    '2026-11-24T09:38:00',
    both(
      'Hepatobiliary hypointensity makes me call segment III LR-4. Motion explains why we missed it in August.',
      'Die hepatobiliäre Hypointensität spricht für LR-4 in Segment III. Bewegung erklärt, warum wir ihn im August nicht sahen.',
    ),
  ],
  [
    'H. Voss',
    both('Hepatology', 'Hepatologie'),
    '2026-11-24T09:40:00',
    both(
      'Either count stays within Milan. The count decides whether resection treats everything.',
      'Beide Zählungen bleiben in den Mailand-Kriterien. Die Zahl entscheidet, ob die Resektion alles erfasst.',
    ),
  ],
];

export { both };
