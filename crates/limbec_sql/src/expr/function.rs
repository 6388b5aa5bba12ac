use limbec_schema::build::is_generic_function;
use limbec_schema::{Expr, FunctionCall, FunctionName};

use crate::CompileError;
use crate::dml::{Compiler, Cx};

impl Compiler<'_> {
    /// `name(args)`, with WITHIN GROUP and FILTER.
    pub(crate) fn function(&mut self, call: &FunctionCall, cx: Cx) -> Result<String, CompileError> {
        let answers = self.answers;
        let mut text = match answers.function(self, call, cx)? {
            Some(text) => text,
            None => self.plain_function(call, cx)?,
        };
        if !call.within_group.is_empty() {
            let order = self.list(&call.within_group, cx)?;
            text.push_str(&format!(" WITHIN GROUP (ORDER BY {order})"));
        }
        if !call.filter.is_empty() {
            let filter = match call.filter.as_slice() {
                [single] => self.expr(single, cx)?,
                several => self.expr(&Expr::And(several.to_vec()), cx)?,
            };
            text.push_str(&format!(" FILTER (WHERE {filter})"));
        }
        Ok(text)
    }

    fn plain_function(&mut self, call: &FunctionCall, cx: Cx) -> Result<String, CompileError> {
        if call.packages.is_empty()
            && call.name.quote.is_none()
            && let Some(word) = keyword(&call.name.name)
        {
            return Ok(if call.args.is_empty() && !word.parentheses {
                word.text.to_owned()
            } else {
                format!("{}{}", word.text, self.arguments(call, cx)?)
            });
        }
        let mut parts: Vec<String> = call
            .packages
            .iter()
            .map(|package| self.function_name(package))
            .collect();
        parts.push(
            if call.packages.is_empty() && is_generic_function(&call.name.name) {
                call.name.name.to_ascii_lowercase()
            } else {
                self.function_name(&call.name)
            },
        );
        Ok(format!("{}{}", parts.join("."), self.arguments(call, cx)?))
    }

    /// `(a, b)`.
    pub(crate) fn arguments(
        &mut self,
        call: &FunctionCall,
        cx: Cx,
    ) -> Result<String, CompileError> {
        if call.args.is_empty() && call.name.name.eq_ignore_ascii_case("count") {
            return Ok("(*)".to_owned());
        }
        Ok(format!("({})", self.list(&call.args, cx)?))
    }

    /// Names of functions keep their case and are quoted only for unusual characters.
    fn function_name(&self, name: &FunctionName) -> String {
        let legal = name
            .name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
        if name.quote == Some(true) || !legal {
            self.dialect.quote_as(&name.name, Some(true))
        } else if name.quote.is_some() {
            self.dialect.quote_as(&name.name, name.quote)
        } else {
            name.name.clone()
        }
    }
}

/// A function that standard SQL spells in capitals.
struct Keyword {
    text: &'static str,
    /// Parentheses also without arguments.
    parentheses: bool,
}

fn keyword(name: &str) -> Option<Keyword> {
    let (text, parentheses) = match name.to_ascii_lowercase().as_str() {
        "current_date" => ("CURRENT_DATE", false),
        "current_time" => ("CURRENT_TIME", false),
        "current_timestamp" => ("CURRENT_TIMESTAMP", false),
        "current_user" => ("CURRENT_USER", false),
        "localtime" => ("LOCALTIME", false),
        "localtimestamp" => ("LOCALTIMESTAMP", false),
        "sysdate" => ("sysdate", false),
        "session_user" => ("SESSION_USER", false),
        "user" => ("USER", false),
        "random" => ("random", true),
        "coalesce" => ("coalesce", true),
        "cube" => ("CUBE", true),
        "rollup" => ("ROLLUP", true),
        "grouping_sets" => ("GROUPING SETS", true),
        _ => return None,
    };
    Some(Keyword { text, parentheses })
}
