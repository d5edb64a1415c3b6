//! What stands behind popup, options, first run and practice page: texts,
//! places in templates, reminders, counts. Pure: no browser, no clock.

pub mod account;
pub mod content;
pub mod model;
pub mod month;
pub mod place;
pub mod practice;
pub mod preferences;
pub mod reminder;
pub mod statistics;
pub mod support;
pub mod template;
pub mod trial;
