"""Trains the learned weights from tests/drafts and writes data/weights/weights.bin.

Usage: train.py [--primum target/release/primum] [--features 24000]
"""

import argparse
import json
import struct
import subprocess
from collections import Counter
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).resolve().parents[2]
# One row in five stays unseen: the same hash and remainder as src/command/corpus.rs.
UNSEEN_OF = 5
# Collections of which a fifth stays unseen: figures are reported on it.
REPORTED = {"drafts", "pairs"}
# For measuring only.
NOT_TRAINED_ON = {"plain", "outright"}
# Written after the rules, which know none of them: here the two cuts are searched.
NEW_TO_RULES = "later"
# The reported collections are what drafts will look like; the larger ones
# only add breadth. Seven does what three does in cross-validation (.880, .881).
WEIGHT_OF_REPORTED = 7.0
FOLDS = 4
# Shares of harmless rows interrupted for which the two cuts are searched.
OPERATING_POINTS = (0.02, 0.03, 0.04, 0.05, 0.06)
INVERSE_REGULARISATION = 10.0
LEAST_ROWS = 3
SMOOTHING = 0.5
LEAST_SCALE = 0.3
# An empty slot is a bit, and tells at once that a feature is unknown.
SLOTS_PER_FEATURE = 2.7
MOST_SLOTS = 1 << 16
# Other topics only say which rule a suggestion goes by: few features do.
FEATURES_OF_OTHERS = 3000
# Entries of the table: the weight's bits, and the bits that check the feature.
WEIGHT_BITS = 6
CHECK_MASK = 0x3FF
MOST_OF_PROMPT = 31
MOST_OF_OTHERS = 127
# One weight in a thousand is cut, so that the others are told apart.
CLIPPED_ABOVE = 0.999
# Which rules make up a topic, in the order of evidence::Topic.
FAMILIES = {
    "person_in_care": "patient-named patient-direct-identifier patient-detail-combination recent-encounter "
    "rare-condition-or-event deceased-patient birth-or-outcome-celebration patient-story-or-testimonial "
    "case-crowdsourcing unlabelled-deidentified-case cumulative-identifiability patient-media record-screenshot "
    "patient-disclosed-details-reply review-confirms-care review-reveals-details false-privacy-assumption",
    "boundary": "friend-request-accept friend-request-send former-patient-connection parent-connection "
    "invite-private-contact contact-after-care contact-frequency dual-relationship patient-content-engagement "
    "self-disclosure-to-patient patient-lookup lookup-finding-use",
    "conduct": "disrespect-toward-patients incivility threat-or-harassment named-colleague-criticism "
    "unsafe-on-duty-admitted unprofessional-image review-tone colleague-post-concern",
    "disclosure": "conflict-not-disclosed unsupported-claim confidential-information copyrighted-material "
    "speaking-for-institution role-not-stated alias-about-employer",
    "advice": "individual-advice care-by-direct-message urgent-symptom-reply",
}
TOPICS = ["prompt", *FAMILIES]


def fnv(text):
    """The hash of src/sense/hash.rs, for one word."""
    key = (0xCBF29CE484222325 ^ 0x20) * 0x100000001B3 % 2**64
    for byte in text.encode():
        key = (key ^ byte) * 0x100000001B3 % 2**64
    return key


def read_rows():
    rows = []
    for path in sorted((ROOT / "tests/drafts").glob("*.jsonl")):
        if path.stem in NOT_TRAINED_ON:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row["from"] = path.stem
            row["group"] = row.get("pair") or row["id"]
            unseen = path.stem in REPORTED and fnv(row["group"]) % UNSEEN_OF == 0
            if row["label"] != "may" and not unseen:
                rows.append(row)
    return rows


def read_features(primum, rows):
    drafts = "\n".join(json.dumps({"text": row["text"], "context": row.get("context") or {}}) for row in rows)
    run = subprocess.run([primum, "features"], input=drafts.encode(), capture_output=True, check=True)
    return [list(map(int, line.split())) for line in run.stdout.decode().split("\n")[: len(rows)]]


def matrix(features, columns):
    """Presence of each known feature, over the square root of how many there are."""
    indices, starts, values = [], [0], []
    for row in features:
        known = [columns[feature] for feature in row if feature in columns]
        indices += known
        values += [1 / np.sqrt(max(len(known), 1))] * len(known)
        starts.append(len(indices))
    return sparse.csr_matrix((values, indices, starts), shape=(len(features), len(columns)))


def fit(presence, scaled, wanted, weight):
    """Weights over `scaled` and a bias: naive-Bayes scaling, then regression."""
    with_it = presence.T @ (weight * wanted) + SMOOTHING
    without = presence.T @ (weight * ~wanted) + SMOOTHING
    ratio = np.log((with_it / (weight * wanted).sum()) / (without / (weight * ~wanted).sum()))
    scale = np.abs(ratio) + LEAST_SCALE
    model = LogisticRegression(C=INVERSE_REGULARISATION, solver="liblinear", max_iter=300)
    model.fit(scaled @ sparse.diags(scale), wanted, sample_weight=weight)
    return model.coef_[0] * scale, model.intercept_[0]


def targets(rows):
    """Rows × topics: whether the row is one of the topic's."""
    must = np.array([row["label"] == "must" for row in rows])
    columns = [must]
    for rules in FAMILIES.values():
        known = set(rules.split())
        columns.append(np.array([row["label"] == "must" and bool(known & set(row.get("rules") or [])) for row in rows]))
    return np.stack(columns, axis=1)


def report(name, wanted, scores):
    harmless = np.sort(scores[~wanted])[::-1]
    shares = {share: (scores[wanted] > harmless[int(share * len(harmless))]).mean() for share in (0.01, 0.02, 0.05, 0.1)}
    text = ", ".join(f"{caught:.3f} at {share:.0%}" for share, caught in shares.items())
    print(f"{name:<16} area under the curve {roc_auc_score(wanted, scores):.4f}; caught {text}", flush=True)


def threshold(harmless_scores, share):
    """The log-odds above which `share` of the harmless rows lie."""
    return float(np.sort(harmless_scores)[::-1][int(share * len(harmless_scores))])


def rule_verdicts(primum, rows):
    """Whether the rules by themselves would interrupt each row."""
    drafts = "\n".join(json.dumps({"text": row["text"], "context": row.get("context") or {}}) for row in rows)
    command = [primum, "check", "--rules-only", "--jsonl"]
    # The exit status only tells the worst verdict.
    run = subprocess.run(command, input=drafts.encode(), capture_output=True, check=False)
    verdicts = [json.loads(line)["verdict"] for line in run.stdout.decode().split("\n")[: len(rows)]]
    return np.array([verdict in ("caution", "stop") for verdict in verdicts])


def print_operating_points(wanted, scores, by_rules):
    """For some shares of harmless rows interrupted: the two cuts that catch most.

    A rule interrupts where the log-odds lie above the first cut (HARMLESS of
    src/second_opinion.rs), the draft alone where they lie above the second
    (its share of harmless rows is what --share sets).
    """
    lower = np.quantile(scores, np.linspace(0.3, 0.95, 40))
    upper = np.quantile(scores[~wanted], np.linspace(0.9, 1, 41))
    points = []
    for low in lower:
        for high in upper[upper >= low]:
            prompted = (by_rules & (scores > low)) | (scores > high)
            points.append((prompted[~wanted].mean(), prompted[wanted].mean(), low, (scores[~wanted] > high).mean()))
    for most in OPERATING_POINTS:
        interrupted, caught, low, share = max((point for point in points if point[0] <= most), key=lambda point: point[1])
        print(f"rules and evidence: caught {caught:.3f} at {interrupted:.3f} interrupted: harmless below {low:.2f}, --share {share:.4f}")


class Model:
    """For the prompt and for the other topics: columns of features, weights and biases."""

    def __init__(self, prompt, others):
        self.prompt, self.others = prompt, others

    def scores(self, features):
        """Rows × topics: log-odds."""
        return np.hstack([matrix(features, columns) @ weights + biases for columns, weights, biases in (self.prompt, self.others)])


def learn(features, wanted, weight, most):
    """Trains the prompt on the `most` features that weigh most for it, the other topics on the first of these."""
    counts = Counter(feature for row in features for feature in row)
    columns = {feature: at for at, feature in enumerate(f for f, n in counts.items() if n >= LEAST_ROWS)}
    scaled = matrix(features, columns)
    presence = (scaled > 0).astype(np.float64)
    first, _ = fit(presence, scaled, wanted[:, 0], weight)
    worth = np.abs(first) * np.sqrt(np.asarray(presence.sum(axis=0)).ravel())
    order = np.argsort(-worth)
    names = np.array(list(columns), dtype=np.uint64)

    def part(kept, topics):
        columns = {int(feature): at for at, feature in enumerate(names[kept])}
        scaled = matrix(features, columns)
        presence = (scaled > 0).astype(np.float64)
        fits = [fit(presence, scaled, wanted[:, topic], weight) for topic in topics]
        return columns, np.stack([line for line, _ in fits], axis=1), np.array([bias for _, bias in fits])

    return Model(part(order[:most], [0]), part(order[:FEATURES_OF_OTHERS], range(1, len(TOPICS))))


def rounded(weights, most):
    """Whole numbers from -most to most, and what one of them is worth, a topic each."""
    scales = np.quantile(np.abs(weights), CLIPPED_ABOVE, axis=0) / most
    return np.clip(np.rint(weights / scales), -most, most).astype(np.int8), scales


def packed(flags):
    """A bit each, in multiples of 64."""
    return np.packbits(np.pad(flags, (0, -len(flags) % 64)), bitorder="little").tobytes()


def write(path, model, cuts):
    """The layout that src/evidence/weights.rs reads."""
    columns, weights, bias = model.prompt
    slots = 1 << int(np.ceil(np.log2(len(columns) * SLOTS_PER_FEATURE)))
    if slots > MOST_SLOTS:
        raise SystemExit(f"{len(columns)} features need {slots} slots; the core numbers them in 16 bits, so at most {MOST_SLOTS} fit")
    whole, scale = rounded(weights, MOST_OF_PROMPT)
    others, other_scales = rounded(model.others[1], MOST_OF_OTHERS)
    placed = {}
    for feature, column in columns.items():
        slot, check = feature & (slots - 1), ((feature >> 16) ^ (feature >> 26)) & CHECK_MASK
        while slot in placed:
            slot = (slot + 1) & (slots - 1)
        placed[slot] = (check << WEIGHT_BITS | int(whole[column, 0]) + (1 << WEIGHT_BITS - 1), model.others[0].get(feature))
    entries = [placed[slot] for slot in sorted(placed)]
    rows = [row for _, row in entries if row is not None]
    head = struct.pack(f"<2I{3 * len(TOPICS)}f", slots, len(entries), *bias, *model.others[2], *scale, *other_scales, *cuts)
    used = packed(np.isin(np.arange(slots), list(placed)))
    with_row = packed(np.array([row is not None for _, row in entries]))
    path.write_bytes(head + used + np.array([entry for entry, _ in entries], "<u2").tobytes() + with_row + others[rows].tobytes())
    print(f"{path.name}: {len(columns)} features in {slots} slots, {len(rows)} with a row of other topics, {path.stat().st_size} bytes")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--primum", default=str(ROOT / "target/release/primum"))
    arguments.add_argument("--features", type=int, default=24000)
    arguments.add_argument("--share", type=float, default=0.0185, help="harmless rows new to the rules above the threshold, in cross-validation")
    arguments.add_argument("--scores", help="file for the cross-validated log-odds of every draft")
    options = arguments.parse_args()
    rows = read_rows()
    features = read_features(options.primum, rows)
    reported = np.array([row["from"] in REPORTED for row in rows])
    new = np.array([row["from"] == NEW_TO_RULES for row in rows])
    weight = np.where(reported, WEIGHT_OF_REPORTED, 1.0)
    wanted = targets(rows)
    print(f"{len(rows)} drafts, {wanted[:, 0].sum()} of them to prompt for; {reported.sum()} of the reported collections")
    groups = [row["group"] for row in rows]
    scores = np.zeros(wanted.shape)
    for train, test in GroupKFold(FOLDS).split(features, groups=groups):
        model = learn([features[row] for row in train], wanted[train], weight[train], options.features)
        scores[test] = model.scores([features[row] for row in test])
    cuts = []
    for topic, name in enumerate(TOPICS):
        report(name, wanted[reported, topic], scores[reported, topic])
        harmless = ~wanted[:, 0] & new
        cuts.append(threshold(scores[harmless, topic], options.share))
    report("new to the rules", wanted[new, 0], scores[new, 0])
    by_rules = rule_verdicts(options.primum, [row for row in rows if row["from"] == NEW_TO_RULES])
    print_operating_points(wanted[new, 0], scores[new, 0], by_rules)
    if options.scores:
        ids = [row["id"] for row in rows]
        Path(options.scores).write_text(json.dumps([ids, scores.tolist()]))
    write(ROOT / "data/weights/weights.bin", learn(features, wanted, weight, options.features), cuts)


if __name__ == "__main__":
    main()
