//! As much of JSON Schema (2020-12) as the schemas in `docs/` use. A keyword that it does not know is an error, so
//! that no rule of the schema goes unheeded; and a field that the schema does not speak of is one too: it is to hold for
//! newer versions, but has to describe this one.

use serde_json::Value;

/// Where and how a value breaks a schema; empty where it does not.
pub fn errors(schema: &Value, value: &Value) -> Vec<String> {
    let mut errors = Vec::new();
    check(schema, (schema, true), value, "", &mut errors);
    errors
}

/// `whole`: no other schema speaks of the same value.
fn check(
    root: &Value,
    (schema, whole): (&Value, bool),
    value: &Value,
    at: &str,
    errors: &mut Vec<String>,
) {
    for (keyword, rule) in schema.as_object().expect("a schema is an object") {
        let holds = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let pointer =
                    rule.as_str().and_then(|r| r.strip_prefix('#')).expect("a local reference");
                let target = root.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
                check(root, (target, schema.get("properties").is_none()), value, at, errors);
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|name| is(value, name)),
                name => is(value, name),
            },
            "const" => rule == value,
            "enum" => rule.as_array().expect("a list").contains(value),
            "minimum" => value.as_f64().is_none_or(|number| Some(number) >= rule.as_f64()),
            "minItems" => value
                .as_array()
                .is_none_or(|items| items.len() as u64 >= rule.as_u64().expect("a number")),
            "maxItems" => value
                .as_array()
                .is_none_or(|items| items.len() as u64 <= rule.as_u64().expect("a number")),
            "required" => value.as_object().is_none_or(|fields| {
                rule.as_array()
                    .expect("a list")
                    .iter()
                    .all(|name| fields.contains_key(name.as_str().expect("a name")))
            }),
            "properties" => {
                for (name, rule) in rule.as_object().expect("fields") {
                    if let Some(field) = value.get(name) {
                        check(root, (rule, true), field, &format!("{at}/{name}"), errors);
                    }
                }
                let known = known(root, schema);
                !whole
                    || value.as_object().is_none_or(|fields| {
                        fields.keys().all(|name| known.contains(&name.as_str()))
                    })
            }
            "oneOf" => {
                let holds = |rule: &&Value| {
                    let mut errors = Vec::new();
                    check(root, (rule, false), value, at, &mut errors);
                    errors.is_empty()
                };
                rule.as_array().expect("schemas").iter().filter(holds).count() == 1
            }
            "pattern" => value.as_str().is_none_or(|text| {
                regex::Regex::new(rule.as_str().expect("a pattern"))
                    .expect("it is one")
                    .is_match(text)
            }),
            "prefixItems" => {
                let rules = rule.as_array().expect("schemas");
                for (index, (rule, item)) in
                    rules.iter().zip(value.as_array().into_iter().flatten()).enumerate()
                {
                    check(root, (rule, true), item, &format!("{at}/{index}"), errors);
                }
                true
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, (rule, true), item, &format!("{at}/{index}"), errors);
                }
                true
            }
            unknown => panic!("the test does not know the keyword {unknown}"),
        };
        if !holds {
            errors.push(format!("{at}: {keyword} {rule}: {value:.100}"));
        }
    }
}

fn is(value: &Value, name: &Value) -> bool {
    match name.as_str().expect("the name of a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        unknown => panic!("no type {unknown}"),
    }
}

/// The names of all fields that a schema speaks of.
fn known<'s>(root: &'s Value, schema: &'s Value) -> Vec<&'s str> {
    let mut names: Vec<&str> = schema["properties"]
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.keys())
        .map(String::as_str)
        .collect();
    let variants = schema["oneOf"].as_array().into_iter().flatten();
    names.extend(variants.flat_map(|variant| known(root, variant)));
    if let Some(pointer) = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'))
    {
        names.extend(known(root, root.pointer(pointer).expect("it is there")));
    }
    names
}
