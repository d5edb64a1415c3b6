//! Elements made, filled and put together. Text only ever becomes text nodes.

use web_sys::Element;

use crate::wasm::document::create;

/// A new element with a class.
pub(super) fn element(tag: &str, class: &str) -> Element {
    let made = create(tag);
    if !class.is_empty() {
        made.set_class_name(class);
    }
    made
}

/// A new element with text.
pub(super) fn text(tag: &str, class: &str, words: &str) -> Element {
    let made = element(tag, class);
    made.set_text_content(Some(words));
    made
}

/// A button that does `act`.
pub(super) fn button(class: &str, words: &str, act: &str) -> Element {
    let made = text("button", class, words);
    set(&made, "type", "button");
    set(&made, "data-act", act);
    made
}

/// Sets an attribute. The names are constants of the views, so this cannot fail.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Puts `child` at the end of `parent`.
pub(super) fn add(parent: &Element, child: &Element) {
    let _ = parent.append_child(child);
}

/// Puts `children` at the end of `parent`.
pub(super) fn add_all(parent: &Element, children: &[Element]) {
    for child in children {
        add(parent, child);
    }
}
