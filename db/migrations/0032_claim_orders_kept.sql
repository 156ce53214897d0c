-- What the list sorts by and another table knows is kept with the claim, so that an index has the order of its pages.
UPDATE claims SET
  decided_key = coalesce((SELECT created_at FROM decisions WHERE id = decision_id), ''),
  rating_rank = coalesce((SELECT coalesce(value, 8) FROM ratings WHERE id = rating_id), 9),
  claimant_key = coalesce((SELECT name_key FROM claimants WHERE id = claimant_id), char(1114111));
--> statement-breakpoint
CREATE TRIGGER claims_sorted AFTER INSERT ON claims
WHEN NEW.decision_id IS NOT NULL OR NEW.rating_id IS NOT NULL OR NEW.claimant_id IS NOT NULL BEGIN
  UPDATE claims SET
    decided_key = coalesce((SELECT created_at FROM decisions WHERE id = NEW.decision_id), ''),
    rating_rank = coalesce((SELECT coalesce(value, 8) FROM ratings WHERE id = NEW.rating_id), 9),
    claimant_key = coalesce((SELECT name_key FROM claimants WHERE id = NEW.claimant_id), char(1114111))
  WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER claims_sorted_anew AFTER UPDATE OF decision_id, rating_id, claimant_id ON claims
WHEN OLD.decision_id IS NOT NEW.decision_id OR OLD.rating_id IS NOT NEW.rating_id OR OLD.claimant_id IS NOT NEW.claimant_id BEGIN
  UPDATE claims SET
    decided_key = coalesce((SELECT created_at FROM decisions WHERE id = NEW.decision_id), ''),
    rating_rank = coalesce((SELECT coalesce(value, 8) FROM ratings WHERE id = NEW.rating_id), 9),
    claimant_key = coalesce((SELECT name_key FROM claimants WHERE id = NEW.claimant_id), char(1114111))
  WHERE id = NEW.id;
END;
--> statement-breakpoint
-- A claim may name its decision before the decision is there.
CREATE TRIGGER decisions_sorted AFTER INSERT ON decisions BEGIN
  UPDATE claims SET decided_key = NEW.created_at WHERE id = NEW.claim_id AND decision_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER claimants_sorted AFTER UPDATE OF name_key ON claimants WHEN OLD.name_key <> NEW.name_key BEGIN
  UPDATE claims SET claimant_key = NEW.name_key WHERE claimant_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ratings_sorted AFTER UPDATE OF value ON ratings WHEN OLD.value IS NOT NEW.value BEGIN
  UPDATE claims SET rating_rank = coalesce(NEW.value, 8) WHERE rating_id = NEW.id;
END;
