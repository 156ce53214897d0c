-- The name of who has a claim is kept with it, so that an index has the order of the list.
UPDATE claims SET assignee_key = (SELECT lower(name) FROM people WHERE id = assignee_id) WHERE assignee_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER claims_given_sorted AFTER INSERT ON claims WHEN NEW.assignee_id IS NOT NULL BEGIN
  UPDATE claims SET assignee_key = (SELECT lower(name) FROM people WHERE id = NEW.assignee_id) WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER claims_given_sorted_anew AFTER UPDATE OF assignee_id ON claims WHEN OLD.assignee_id IS NOT NEW.assignee_id BEGIN
  UPDATE claims SET assignee_key = coalesce((SELECT lower(name) FROM people WHERE id = NEW.assignee_id), char(1114111))
  WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER people_sorted AFTER UPDATE OF name ON people WHEN OLD.name <> NEW.name BEGIN
  UPDATE claims SET assignee_key = lower(NEW.name) WHERE assignee_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER saved_lists_kept BEFORE DELETE ON saved_lists BEGIN SELECT RAISE(ABORT, 'a saved list is removed, never deleted'); END;
