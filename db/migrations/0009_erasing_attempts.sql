ALTER TABLE `attempts` ADD `erased_at` text;--> statement-breakpoint
ALTER TABLE `attempts` ADD `erased_by_id` integer REFERENCES people(id);--> statement-breakpoint
-- An entry is erased whole and for good; what is left of it stays as it is.
CREATE TRIGGER attempts_erased BEFORE UPDATE ON attempts
WHEN OLD.erased_at IS NOT NULL OR (NEW.erased_at IS NOT NULL AND (NEW.whom <> '' OR NEW.asked IS NOT NULL
  OR NEW.answer IS NOT NULL OR NEW.withdrawn_reason IS NOT NULL OR NEW.salt <> '' OR NEW.erased_by_id IS NULL))
BEGIN SELECT RAISE(ABORT, 'attempts are erased whole and for good'); END;
