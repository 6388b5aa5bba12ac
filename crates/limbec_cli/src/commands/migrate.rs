use limbec::commands::{CommandError, MigrateRequest, Project, StampRequest};

use crate::args::{MoveArgs, StampArgs};

/// `upgrade`
pub fn upgrade(project: &Project, args: MoveArgs) -> Result<(), CommandError> {
    project.upgrade(&request(args)).map(drop)
}

/// `downgrade`
pub fn downgrade(project: &Project, args: MoveArgs) -> Result<(), CommandError> {
    project.downgrade(&request(args)).map(drop)
}

fn request(args: MoveArgs) -> MigrateRequest {
    MigrateRequest {
        revision: args.revision,
        sql: args.sql,
        tag: args.tag,
    }
}

/// `stamp`
pub fn stamp(project: &Project, args: StampArgs) -> Result<(), CommandError> {
    let request = StampRequest {
        revisions: args.revisions,
        sql: args.sql,
        tag: args.tag,
        purge: args.purge,
    };
    project.stamp(&request).map(drop)
}
