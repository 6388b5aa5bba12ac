"""Triggers, policies, extensions and grants of alembic_utils."""
import sqlalchemy as sa
from alembic import op
from alembic_utils.pg_extension import PGExtension
from alembic_utils.pg_grant_table import PGGrantTable, PGGrantTableChoice
from alembic_utils.pg_policy import PGPolicy
from alembic_utils.pg_trigger import PGTrigger

revision = "packages_entities_trigger"
down_revision = None


trigger = PGTrigger(
    schema="public",
    signature="lower_account_trig",
    on_entity="public.account",
    definition="BEFORE INSERT ON public.account FOR EACH ROW EXECUTE PROCEDURE public.downcase_email()",
)
constraint = PGTrigger.from_sql(
    "create constraint trigger lower_c AFTER INSERT OR UPDATE ON account DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f()"
)
policy = PGPolicy("public", "allow_read", 'AS PERMISSIVE FOR SELECT TO anon USING (id = 1)', on_entity="account")
read = PGPolicy.from_sql("create policy p on s.t as permissive for all to public using (true)")
extension = PGExtension(schema="public", signature="uuid-ossp")
grant = PGGrantTable("public", "account", "reader", PGGrantTableChoice.SELECT, columns=["b", "a"], with_grant_option=True)
every = PGGrantTable("public", "account", "reader", "DELETE")


def upgrade():
    for entity in (trigger, constraint, policy, read, grant, every):
        op.create_entity(entity)
        op.replace_entity(entity)
        op.drop_entity(entity)
    op.create_entity(extension)
    op.drop_entity(extension, cascade=True)
