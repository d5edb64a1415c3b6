//! Checks a value against the shape of the policy. What is wrong is named and
//! left out; everything else stays.

use std::collections::BTreeSet;

use crate::policy::fields::Policy;
use crate::policy::problem::Problem;
use crate::policy::shape::{self, Field, Format, Shape};
use crate::policy::value::{Value, quoted};

/// Problems told at once; a policy with more is of another product.
const MOST_PROBLEMS: usize = 200;

/// Collects problems while values are checked.
pub(super) struct Reader {
    problems: Vec<Problem>,
    own_rules: BTreeSet<String>,
}

impl Reader {
    /// A reader that knows the institution's own rules of `policy` by id.
    pub(super) fn new(policy: &Value) -> Self {
        let own = policy.get("ownRules").map_or(&[][..], Value::items);
        let ids = own.iter().filter_map(|rule| rule.get("id")?.text());
        Self {
            problems: Vec::new(),
            own_rules: ids.map(str::to_owned).collect(),
        }
    }

    /// The problems so far.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The whole policy without what is wrong with it.
    pub(super) fn policy(&mut self, value: &Value) -> Value {
        let fields: Vec<&Field> = Policy::fields().collect();
        let Value::Map(entries) = value else {
            let expected = "an object with policy fields";
            self.tell(Problem::new("", value.in_words(), expected));
            return Value::Map(Vec::new());
        };
        Value::Map(self.fields(entries, &fields, ""))
    }

    fn tell(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    fn wrong(&mut self, path: &str, value: &Value, shape: &Shape) -> Option<Value> {
        self.tell(Problem::new(path, value.in_words(), shape.in_words()));
        None
    }

    /// `value` without what is wrong in it; none when all of it is.
    fn value(&mut self, value: &Value, shape: &Shape, path: &str) -> Option<Value> {
        match (shape, value) {
            (Shape::Flag, Value::Flag(_)) => Some(value.clone()),
            (Shape::Whole { least, most }, Value::Number(number)) => {
                let range = f64::from(*least)..=f64::from(*most);
                if number.fract() == 0.0 && range.contains(number) {
                    Some(value.clone())
                } else {
                    self.wrong(path, value, shape)
                }
            }
            (Shape::Choice(words), Value::Text(text)) => self.choice(text, words, path),
            (Shape::Text { format, longest }, Value::Text(text)) => {
                self.text(text, *format, *longest, path)
            }
            (Shape::List { of, most }, Value::List(items)) => {
                Some(self.list(items, of, *most, path))
            }
            (Shape::Map { keys, of }, Value::Map(entries)) => {
                Some(self.map(entries, keys, of, path))
            }
            (Shape::Record(fields), Value::Map(entries)) => self.record(entries, fields, path),
            _ => self.wrong(path, value, shape),
        }
    }

    fn choice(&mut self, text: &str, words: &'static [&'static str], path: &str) -> Option<Value> {
        if words.contains(&text) {
            return Some(Value::Text(text.to_owned()));
        }
        let problem = Problem::new(path, quoted(text), Shape::Choice(words).in_words());
        self.tell(problem.meaning(text, words.iter()));
        None
    }

    fn text(&mut self, text: &str, format: Format, longest: usize, path: &str) -> Option<Value> {
        let length = text.chars().count();
        let shape = Shape::Text { format, longest };
        if length > longest {
            let given = format!("{length} characters long");
            self.tell(Problem::new(path, given, shape.in_words()));
            return None;
        }
        if !format.admits(text) {
            self.tell(Problem::new(path, quoted(text), shape.in_words()));
            return None;
        }
        let known: Vec<String> = match format {
            Format::Rule => shape::rules()
                .map(str::to_owned)
                .chain(self.own_rules.iter().cloned())
                .collect(),
            Format::Family => shape::families().map(str::to_owned).collect(),
            Format::Setting => Policy::fields().map(|field| field.key.to_owned()).collect(),
            _ => return Some(Value::Text(text.to_owned())),
        };
        if known.iter().any(|one| one == text) {
            return Some(Value::Text(text.to_owned()));
        }
        let problem = Problem::new(
            path,
            format!("{}, which is not known", quoted(text)),
            shape.in_words(),
        );
        self.tell(problem.meaning(text, known.iter()));
        None
    }

    fn list(&mut self, items: &[Value], of: &Shape, most: usize, path: &str) -> Value {
        if items.len() > most {
            let given = format!("a list of {}", items.len());
            let expected = format!("at most {most}; the first {most} count");
            self.tell(Problem::new(path, given, expected));
        }
        let items = items.iter().take(most).enumerate();
        let kept = items.filter_map(|(at, item)| self.value(item, of, &format!("{path}[{at}]")));
        Value::List(kept.collect())
    }

    fn map(&mut self, entries: &[(String, Value)], keys: &Shape, of: &Shape, path: &str) -> Value {
        let mut kept: Vec<(String, Value)> = Vec::new();
        for (name, value) in entries {
            let at = join(path, name);
            let named = Value::Text(name.clone());
            if self.value(&named, keys, &at).is_none() || self.is_double(&kept, name, &at) {
                continue;
            }
            if let Some(value) = self.value(value, of, &at) {
                kept.push((name.clone(), value));
            }
        }
        Value::Map(kept)
    }

    fn record(
        &mut self,
        entries: &[(String, Value)],
        fields: &'static [Field],
        path: &str,
    ) -> Option<Value> {
        let all: Vec<&Field> = fields.iter().collect();
        let kept = self.fields(entries, &all, path);
        let has = |key: &str, of: &[(String, Value)]| of.iter().any(|(name, _)| name == key);
        let mut is_whole = true;
        for field in fields.iter().filter(|field| field.is_required) {
            if has(field.key, &kept) {
                continue;
            }
            is_whole = false;
            if !has(field.key, entries) {
                let expected = field.shape.in_words();
                self.tell(Problem::new(&join(path, field.key), "missing", expected));
            }
        }
        is_whole.then_some(Value::Map(kept))
    }

    fn fields(
        &mut self,
        entries: &[(String, Value)],
        fields: &[&Field],
        path: &str,
    ) -> Vec<(String, Value)> {
        let mut kept: Vec<(String, Value)> = Vec::new();
        for (name, value) in entries {
            let at = join(path, name);
            let Some(field) = fields.iter().find(|field| field.key == name) else {
                let problem =
                    Problem::new(&at, "not a known field", "one of those in docs/policy.md");
                self.tell(problem.meaning(name, fields.iter().map(|field| field.key)));
                continue;
            };
            if self.is_double(&kept, name, &at) {
                continue;
            }
            if let Some(value) = self.value(value, &field.shape, &at) {
                kept.push((name.clone(), value));
            }
        }
        kept
    }

    fn is_double(&mut self, kept: &[(String, Value)], name: &str, path: &str) -> bool {
        let is_double = kept.iter().any(|(known, _)| known == name);
        if is_double {
            self.tell(Problem::new(
                path,
                "given twice",
                "it once; the first counts",
            ));
        }
        is_double
    }
}

/// Longest name shown in a path.
const LONGEST_NAME: usize = 60;

fn join(path: &str, name: &str) -> String {
    let mut short: String = name.chars().take(LONGEST_NAME).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    if path.is_empty() {
        short
    } else {
        format!("{path}.{short}")
    }
}
