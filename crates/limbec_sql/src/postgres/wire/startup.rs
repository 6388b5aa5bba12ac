use fallible_iterator::FallibleIterator;
use postgres_protocol::authentication::md5_hash;
use postgres_protocol::authentication::sasl::{
    ChannelBinding, SCRAM_SHA_256, SCRAM_SHA_256_PLUS, ScramSha256,
};
use postgres_protocol::message::backend::{AuthenticationSaslBody, Message};
use postgres_protocol::message::frontend;

use super::{Client, WireError, server_message};

/// Who connects, and to what.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Startup {
    /// The role.
    pub user: String,
    /// Its password.
    pub password: Option<String>,
    /// The first message: `database`, `application_name`, `options` ...
    pub parameters: Vec<(String, String)>,
}

/// Introduces the client and proves who it is.
pub(super) fn run(client: &mut Client, startup: &Startup) -> Result<(), WireError> {
    let parameters = std::iter::once(("user", startup.user.as_str())).chain(
        startup
            .parameters
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str())),
    );
    frontend::startup_message(parameters, &mut client.output)?;
    client.flush()?;
    loop {
        match client.receive()? {
            Message::AuthenticationOk => {}
            Message::AuthenticationCleartextPassword => {
                let password = password(startup)?;
                frontend::password_message(password, &mut client.output)?;
                client.flush()?;
            }
            Message::AuthenticationMd5Password(body) => {
                let hash = md5_hash(startup.user.as_bytes(), password(startup)?, body.salt());
                frontend::password_message(hash.as_bytes(), &mut client.output)?;
                client.flush()?;
            }
            Message::AuthenticationSasl(body) => scram(client, password(startup)?, &body)?,
            Message::BackendKeyData(body) => client.key = (body.process_id(), body.secret_key()),
            Message::ErrorResponse(body) => {
                let message = server_message(body.fields())?;
                return Err(WireError::Server(Box::new(message)));
            }
            Message::ReadyForQuery(body) => {
                client.ready(body.status());
                return Ok(());
            }
            _ => {
                return Err(WireError::Protocol(
                    "the server asks for a way to authenticate that Limbec does not know"
                        .to_owned(),
                ));
            }
        }
    }
}

fn password(startup: &Startup) -> Result<&[u8], WireError> {
    startup
        .password
        .as_deref()
        .map(str::as_bytes)
        .ok_or_else(|| WireError::Protocol("fe_sendauth: no password supplied".to_owned()))
}

fn scram(
    client: &mut Client,
    password: &[u8],
    offer: &AuthenticationSaslBody,
) -> Result<(), WireError> {
    let mut mechanisms = offer.mechanisms();
    let (mut plain, mut bound) = (false, false);
    while let Some(mechanism) = mechanisms.next()? {
        plain |= mechanism == SCRAM_SHA_256;
        bound |= mechanism == SCRAM_SHA_256_PLUS;
    }
    let end_point = client.stream.end_point();
    let (mechanism, binding) = match end_point {
        Some(hash) if bound => (
            SCRAM_SHA_256_PLUS,
            ChannelBinding::tls_server_end_point(hash),
        ),
        Some(_) => (SCRAM_SHA_256, ChannelBinding::unrequested()),
        None => (SCRAM_SHA_256, ChannelBinding::unsupported()),
    };
    if !plain && mechanism == SCRAM_SHA_256 {
        return Err(WireError::Protocol(
            "none of the server's SASL authentication mechanisms are supported".to_owned(),
        ));
    }
    let mut exchange = ScramSha256::new(password, binding);
    frontend::sasl_initial_response(mechanism, exchange.message(), &mut client.output)?;
    client.flush()?;
    loop {
        match client.receive()? {
            Message::AuthenticationSaslContinue(body) => {
                exchange.update(body.data())?;
                frontend::sasl_response(exchange.message(), &mut client.output)?;
                client.flush()?;
            }
            Message::AuthenticationSaslFinal(body) => {
                exchange.finish(body.data())?;
                return Ok(());
            }
            Message::ErrorResponse(body) => {
                let message = server_message(body.fields())?;
                return Err(WireError::Server(Box::new(message)));
            }
            _ => {
                return Err(WireError::Protocol(
                    "the server left the SASL exchange".to_owned(),
                ));
            }
        }
    }
}
