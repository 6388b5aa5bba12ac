CREATE FUNCTION
            article_vector_update() RETURNS TRIGGER AS $$
        BEGIN
            NEW.vector = to_tsvector('pg_catalog.english', coalesce(NEW.name, '')) || to_tsvector('pg_catalog.english', coalesce(NEW.content, ''));
            RETURN NEW;
        END
        $$ LANGUAGE 'plpgsql';;

CREATE FUNCTION
            article_vector_update() RETURNS TRIGGER AS $$
        BEGIN
            NEW.vector = setweight(to_tsvector('pg_catalog.finnish', coalesce(NEW.name, '')), 'A') || to_tsvector('pg_catalog.finnish', coalesce(NEW.content, ''));
            RETURN NEW;
        END
        $$ LANGUAGE 'plpgsql';;

CREATE FUNCTION
            far_v_update() RETURNS TRIGGER AS $$
        BEGIN
            NEW.v = to_tsvector('pg_catalog.english', coalesce(NEW.name, ''));
            RETURN NEW;
        END
        $$ LANGUAGE 'plpgsql';;

CREATE TRIGGER article_vector_trigger BEFORE UPDATE OR INSERT ON "article" FOR EACH ROW EXECUTE PROCEDURE tsvector_update_trigger(vector, 'pg_catalog.english', name, content);

CREATE TRIGGER article_vector_trigger BEFORE UPDATE OR INSERT ON "article" FOR EACH ROW EXECUTE PROCEDURE article_vector_update();

CREATE TRIGGER v_of_far BEFORE UPDATE OR INSERT ON shop."far" FOR EACH ROW EXECUTE PROCEDURE tsvector_update_trigger(v, 'pg_catalog.english', name);

DROP TRIGGER IF EXISTS article_vector_trigger ON "article";

DROP TRIGGER IF EXISTS article_vector_trigger ON "article";

DROP TRIGGER IF EXISTS v_of_far ON shop."far";

DROP FUNCTION IF EXISTS article_vector_update();

DROP FUNCTION IF EXISTS article_vector_update();

DROP FUNCTION IF EXISTS far_v_update();

CREATE FUNCTION
            article_vector_update() RETURNS TRIGGER AS $$
        BEGIN
            NEW.vector = to_tsvector('pg_catalog.english', coalesce(CAST(NEW.tags AS TEXT), '')) || to_tsvector('pg_catalog.english', coalesce(lower(NEW.content), ''));
            RETURN NEW;
        END
        $$ LANGUAGE 'plpgsql';;

CREATE FUNCTION
            article_vector_update() RETURNS TRIGGER AS $$
        BEGIN
            NEW.vector = to_tsvector('pg_catalog.english', coalesce(NEW.name, ''));
            RETURN NEW;
        END
        $$ LANGUAGE 'plpgsql';;

CREATE TRIGGER article_vector_trigger BEFORE UPDATE OR INSERT ON "article" FOR EACH ROW EXECUTE PROCEDURE article_vector_update();

CREATE TRIGGER article_vector_trigger BEFORE UPDATE OR INSERT ON "article" FOR EACH ROW EXECUTE PROCEDURE tsvector_update_trigger(vector, 'pg_catalog.english', name);

CREATE TRIGGER article_vector_trigger BEFORE UPDATE OR INSERT ON "article" FOR EACH ROW EXECUTE PROCEDURE tsvector_update_trigger(vector, 'pg_catalog.english', tags);

