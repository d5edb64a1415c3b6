//! The example policies, broken at random in one place each: nothing panics,
//! and nothing but the broken part is lost.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::shape::Shape;
use super::tests::any_value;
use super::*;
use crate::check::Checker;
use crate::context::Context;

const EXAMPLES: [&str; 6] = [
    include_str!("../../policies/starter.json"),
    include_str!("../../policies/childrens-hospital.json"),
    include_str!("../../policies/psychology-practice.json"),
    include_str!("../../policies/dental-group.json"),
    include_str!("../../policies/medical-school.json"),
    include_str!("../../policies/nursing-home.json"),
];
/// A text that shipped rules and own terms have something to say of.
const DRAFT: &str = "Mrs. Lindqvist in bed 12 of Juniper Ward finally slept, helo inbound tonight.";
/// No field nests deeper.
const DEEPEST: usize = 5;

/// What is done to one place.
#[derive(Clone, Debug)]
enum Change {
    Replace(Value),
    Remove,
    /// Another entry at the end: of a list, or under this name.
    Add(String, Value),
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => any_value().prop_map(Change::Replace),
        1 => Just(Change::Remove),
        2 => ("[a-zA-Z]{1,12}", any_value()).prop_map(|(name, value)| Change::Add(name, value)),
    ]
}

fn child(value: &Value, at: usize) -> Option<&Value> {
    match value {
        Value::List(items) => items.get(at),
        Value::Map(entries) => entries.get(at).map(|(_, value)| value),
        _ => None,
    }
}

/// A place in `value`, by the numbers of entries on the way; `steps` chooses.
fn path(value: &Value, steps: &[usize]) -> Vec<usize> {
    let (mut path, mut here) = (Vec::new(), value);
    for step in steps {
        let count = here.items().len() + here.entries().len();
        // Now and then the way ends before a leaf; never at the root.
        let choices = count + usize::from(!path.is_empty());
        let at = step % choices.max(1);
        let Some(next) = child(here, at) else { break };
        path.push(at);
        here = next;
    }
    path
}

fn changed(value: &Value, path: &[usize], change: &Change) -> Option<Value> {
    let mut made = value.clone();
    let Some((at, rest)) = path.split_first() else {
        return match change {
            Change::Replace(value) => Some(value.clone()),
            Change::Remove => None,
            Change::Add(name, value) => {
                match &mut made {
                    Value::List(items) => items.push(value.clone()),
                    Value::Map(entries) => entries.push((name.clone(), value.clone())),
                    other => *other = value.clone(),
                }
                Some(made)
            }
        };
    };
    let next = changed(child(value, *at)?, rest, change);
    match (&mut made, next) {
        (Value::List(items), Some(next)) => items[*at] = next,
        (Value::List(items), None) => drop(items.remove(*at)),
        (Value::Map(entries), Some(next)) => entries[*at].1 = next,
        (Value::Map(entries), None) => drop(entries.remove(*at)),
        _ => {}
    }
    Some(made)
}

/// The shape of entry `at` of `value`, which has `shape`.
fn shape_of(shape: &'static Shape, value: &Value, at: usize) -> Option<&'static Shape> {
    match shape {
        Shape::List { of, .. } | Shape::Map { of, .. } => Some(of),
        Shape::Record(fields) => {
            let (name, _) = value.entries().get(at)?;
            let field = fields.iter().find(|field| field.key == name)?;
            Some(&field.shape)
        }
        _ => None,
    }
}

/// Beside the place of the change everything is as it was.
fn assert_rest_is_kept(
    before: &Value,
    after: Option<&Value>,
    path: &[usize],
    shape: Option<&'static Shape>,
) -> TestCaseResult {
    let Some((at, rest)) = path.split_first() else {
        return Ok(());
    };
    let Some(after) = after else {
        // Only a record that lacks what it needs goes as a whole.
        let needs = |fields: &&[Field]| fields.iter().any(|field| field.is_required);
        let is_needy = matches!(shape, Some(Shape::Record(fields)) if needs(fields));
        prop_assert!(is_needy, "{before:?} is lost as a whole");
        return Ok(());
    };
    let next = match (before, after) {
        (Value::Map(entries), Value::Map(_)) => {
            for (number, (name, value)) in entries.iter().enumerate() {
                prop_assert!(number == *at || after.get(name) == Some(value), "{name}");
            }
            after.get(&entries[*at].0)
        }
        (Value::List(all), Value::List(left)) => {
            let is_there = left.len() == all.len();
            prop_assert!(is_there || left.len() + 1 == all.len());
            prop_assert_eq!(&left[..*at], &all[..*at]);
            prop_assert_eq!(&left[*at + usize::from(is_there)..], &all[*at + 1..]);
            left.get(*at).filter(|_| is_there)
        }
        _ => return Err(TestCaseError::fail(format!("{before:?} became {after:?}"))),
    };
    let Some(inside) = child(before, *at) else {
        return Ok(());
    };
    let shape = match shape {
        Some(shape) => shape_of(shape, before, *at),
        None => Policy::fields()
            .find(|field| {
                before
                    .entries()
                    .get(*at)
                    .is_some_and(|(name, _)| name == field.key)
            })
            .map(|field| &field.shape),
    };
    assert_rest_is_kept(inside, next, rest, shape)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn one_broken_place_loses_nothing_else(
        example in 0..EXAMPLES.len(), steps in prop::collection::vec(any::<usize>(), 1..=DEEPEST),
        change in any_change(),
    ) {
        let whole: Value = serde_json::from_str(EXAMPLES[example]).unwrap();
        let at = path(&whole, &steps);
        let broken = changed(&whole, &at, &change).unwrap_or_default();
        // Rules are known by their ids in other fields; an own rule that goes takes its settings along.
        let own_rules = whole.entries().iter().position(|(name, _)| name == "ownRules");
        let before = Reader::new(&whole).policy(&whole);
        prop_assert_eq!(&before, &whole, "an example has a problem");
        let mut reader = Reader::new(&whole);
        let after = reader.policy(&broken);
        assert_rest_is_kept(&before, Some(&after), &at, None)?;
        let mut alone = Reader::new(&broken);
        let after_alone = alone.policy(&broken);
        prop_assert!(after_alone == after || at.first() == own_rules.as_ref());
        for problem in alone.into_problems() {
            prop_assert!(!problem.given.is_empty() && !problem.expected.is_empty());
        }
    }
}

proptest! {
    // Own rules are proven and patterns compiled in each of these, which takes a while.
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn a_broken_policy_checks_drafts_and_tells_its_problems(
        example in 0..EXAMPLES.len(), steps in prop::collection::vec(any::<usize>(), 1..=DEEPEST),
        change in any_change(),
    ) {
        let whole: Value = serde_json::from_str(EXAMPLES[example]).unwrap();
        let broken = changed(&whole, &path(&whole, &steps), &change).unwrap_or_default();
        let read = Policy::read(&broken);
        let _ = institution::problems(&read.policy);
        let report = Checker::new(read.policy).check(DRAFT, &Context::default());
        // A name beside a bed is told whatever else is broken, unless a rule was turned off by name.
        let is_off = broken.get("ruleOverrides") != whole.get("ruleOverrides");
        prop_assert!(is_off || !report.findings.is_empty());
    }

    #[test]
    fn any_json_makes_a_policy_that_checks(value in any_value()) {
        let read = Policy::read(&value);
        let _ = institution::problems(&read.policy);
        let _ = Checker::new(read.policy).check(DRAFT, &Context::default());
    }
}
