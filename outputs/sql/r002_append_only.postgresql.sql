-- The history can only be added to, whatever program opens the database.
CREATE FUNCTION review_decision_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the history of decisions is never changed'; END $$;
CREATE TRIGGER review_decision_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON review_decision
FOR EACH STATEMENT EXECUTE FUNCTION review_decision_stays();
