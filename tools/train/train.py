"""Trains the learned weights from tests/drafts and writes data/weights/weights.bin.

Usage: train.py [--primum target/release/primum] [--features 12000]
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
# The hand-written collections are what drafts will look like; the larger one
# only adds breadth. Three was the best of 1, 3 and 5 in cross-validation.
WEIGHT_OF_HAND_WRITTEN = 3.0
FOLDS = 4
# Shares of harmless rows interrupted for which the two cuts are searched.
OPERATING_POINTS = (0.02, 0.03, 0.04, 0.05, 0.06)
INVERSE_REGULARISATION = 10.0
LEAST_ROWS = 3
SMOOTHING = 0.5
LEAST_SCALE = 0.3
# Features a draft: the sum of weights is divided by the square root of their number.
SLOTS_PER_FEATURE = 1.3
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
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row["hand_written"] = path.stem != "written"
            row["group"] = row.get("pair") or row["id"]
            if row["label"] != "may" and fnv(row["group"]) % UNSEEN_OF != 0:
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
    lower = np.quantile(scores, np.linspace(0, 0.9, 31))
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
    """Columns of features, weights (features × topics) and biases."""

    def __init__(self, columns, weights, biases):
        self.columns, self.weights, self.biases = columns, weights, biases

    def scores(self, features):
        return matrix(features, self.columns) @ self.weights + self.biases


def learn(features, wanted, weight, most):
    """Trains every topic on the `most` features that weigh most for the prompt."""
    counts = Counter(feature for row in features for feature in row)
    columns = {feature: at for at, feature in enumerate(f for f, n in counts.items() if n >= LEAST_ROWS)}
    scaled = matrix(features, columns)
    presence = (scaled > 0).astype(np.float64)
    first, _ = fit(presence, scaled, wanted[:, 0], weight)
    worth = np.abs(first) * np.sqrt(np.asarray(presence.sum(axis=0)).ravel())
    kept = set(np.argsort(-worth)[:most].tolist())
    columns = {feature: at for at, feature in enumerate(f for f, column in columns.items() if column in kept)}
    scaled = matrix(features, columns)
    presence = (scaled > 0).astype(np.float64)
    fits = [fit(presence, scaled, wanted[:, topic], weight) for topic in range(len(TOPICS))]
    return Model(columns, np.stack([line for line, _ in fits], axis=1), np.array([bias for _, bias in fits]))


def write(path, model, cuts):
    """The layout that src/evidence/weights.rs reads."""
    columns, weights, biases = model.columns, model.weights, model.biases
    slots = 1 << int(np.ceil(np.log2(len(columns) * SLOTS_PER_FEATURE)))
    scales = np.abs(weights).max(axis=0) / 127
    rounded = np.rint(weights / scales).astype(np.int8)
    checks, table = np.zeros(slots, np.uint16), np.zeros((slots, weights.shape[1]), np.int8)
    for feature, column in columns.items():
        slot, check = feature & (slots - 1), (feature >> 16) | 1
        while checks[slot]:
            slot = (slot + 1) & (slots - 1)
        checks[slot], table[slot] = check, rounded[column]
    head = struct.pack(f"<I{3 * len(TOPICS)}f", slots, *biases, *scales, *cuts)
    path.write_bytes(head + checks.tobytes() + table.tobytes())
    print(f"{path.name}: {len(columns)} features in {slots} slots, {path.stat().st_size} bytes")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--primum", default=str(ROOT / "target/release/primum"))
    arguments.add_argument("--features", type=int, default=12000)
    arguments.add_argument("--share", type=float, default=0.015, help="harmless rows above the threshold, in cross-validation")
    arguments.add_argument("--scores", help="file for the cross-validated log-odds of every draft")
    options = arguments.parse_args()
    rows = read_rows()
    features = read_features(options.primum, rows)
    hand_written = np.array([row["hand_written"] for row in rows])
    weight = np.where(hand_written, WEIGHT_OF_HAND_WRITTEN, 1.0)
    wanted = targets(rows)
    print(f"{len(rows)} drafts, {wanted[:, 0].sum()} of them to prompt for; {hand_written.sum()} of the hand-written collections")
    groups = [row["group"] for row in rows]
    scores = np.zeros(wanted.shape)
    for train, test in GroupKFold(FOLDS).split(features, groups=groups):
        model = learn([features[row] for row in train], wanted[train], weight[train], options.features)
        scores[test] = model.scores([features[row] for row in test])
    cuts = []
    for topic, name in enumerate(TOPICS):
        report(name, wanted[hand_written, topic], scores[hand_written, topic])
        harmless = ~wanted[:, 0] & hand_written
        cuts.append(threshold(scores[harmless, topic], options.share))
    by_rules = rule_verdicts(options.primum, [row for row in rows if row["hand_written"]])
    print_operating_points(wanted[hand_written, 0], scores[hand_written, 0], by_rules)
    if options.scores:
        ids = [row["id"] for row in rows]
        Path(options.scores).write_text(json.dumps([ids, scores.tolist()]))
    write(ROOT / "data/weights/weights.bin", learn(features, wanted, weight, options.features), cuts)


if __name__ == "__main__":
    main()
