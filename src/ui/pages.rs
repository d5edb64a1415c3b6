//! The views of popup, options, first run and practice page. Each draws
//! [`crate::pages::model`]; what a control does stands in its `data-act`, what
//! a field sets in its `data-field`.

pub(crate) mod app;
mod cards;
mod first_run;
mod forms;
mod habits;
mod help;
mod institution;
mod options;
mod popup;
mod practice;
mod rules;
mod settings;
mod statistics;
mod trial;
