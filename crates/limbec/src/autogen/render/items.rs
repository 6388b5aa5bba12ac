//! Values of options, and types with their prefixes.

use limbec_schema::{OptionValue, SqlType};

use super::types::{Argument, Origin, TypeText, type_text};
use super::{Item, RenderError, RenderHooks, Renderer, Text, flag};
use crate::config::pytext::repr;

impl<H: RenderHooks> Renderer<'_, H> {
    /// The value of a dialect's option.
    pub(super) fn value(&mut self, value: &OptionValue) -> Text<H> {
        Ok(match value {
            OptionValue::None => "None".to_owned(),
            OptionValue::Bool(value) => flag(*value).to_owned(),
            OptionValue::Int(value) => value.to_string(),
            OptionValue::Str(text) => repr(text),
            OptionValue::Expr(expr) => format!("{}text({})", self.sa(), repr(&self.sql(expr)?)),
            OptionValue::List(items) => {
                let mut shown = Vec::new();
                for item in items {
                    shown.push(self.value(item)?);
                }
                format!("[{}]", shown.join(", "))
            }
            OptionValue::Map(items) => {
                let mut shown = Vec::new();
                for (key, item) in items {
                    shown.push(format!("{}: {}", repr(key), self.value(item)?));
                }
                format!("{{{}}}", shown.join(", "))
            }
        })
    }

    /// A type, with variants.
    pub(super) fn sql_type(&mut self, sql_type: &SqlType) -> Text<H> {
        let SqlType::Variant(variant) = sql_type else {
            return self.plain_type(sql_type);
        };
        if let Some(Some(own)) = self.item(Item::Type(sql_type))? {
            return Ok(own);
        }
        let mut text = self.plain_type(&variant.base)?;
        let mut variants: Vec<_> = variant.variants.iter().collect();
        variants.sort_by_key(|(dialect, _)| dialect.as_str());
        for (dialect, variant) in variants {
            let inner = self.plain_type(variant)?;
            text += &format!(".with_variant({inner}, {})", repr(dialect));
        }
        Ok(text)
    }

    fn plain_type(&mut self, sql_type: &SqlType) -> Text<H> {
        if let Some(own) = self.item(Item::Type(sql_type))? {
            return Ok(own.unwrap_or_else(|| "None".to_owned()));
        }
        let text = type_text(sql_type);
        let prefix = match &text.origin {
            Origin::Sqlalchemy => self.sa().to_owned(),
            Origin::Dialect(dialect) => {
                self.imports
                    .insert(format!("from sqlalchemy.dialects import {dialect}"));
                format!("{dialect}.")
            }
            Origin::User(module) => match &self.settings.user_prefix {
                Some(prefix) => prefix.clone(),
                None => format!("{module}."),
            },
        };
        Ok(prefix + &self.filled_in(text)?)
    }

    fn filled_in(&mut self, text: TypeText) -> Result<String, RenderError<H::Error>> {
        let mut shown = Vec::new();
        for argument in text.arguments {
            shown.push(match argument {
                Argument::Text(text) => text,
                Argument::Type(keyword, inner) => format!("{keyword}{}", self.sql_type(&inner)?),
            });
        }
        Ok(match text.whole {
            Some(whole) => whole,
            None => format!("{}({})", text.name, shown.join(", ")),
        })
    }
}
