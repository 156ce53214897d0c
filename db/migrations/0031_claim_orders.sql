ALTER TABLE `claims` ADD `state_rank` integer GENERATED ALWAYS AS (case state when 'candidate' then 1 when 'open' then 2 when 'checking' then 3 when 'in_review' then 4 when 'decided' then 5 when 'published' then 6 else 7 end) VIRTUAL;--> statement-breakpoint
ALTER TABLE `claims` ADD `published_key` text GENERATED ALWAYS AS (case when published_at is null then '' else published_at end) VIRTUAL;--> statement-breakpoint
ALTER TABLE `claims` ADD `decided_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `rating_rank` integer DEFAULT 9 NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `claimant_key` text DEFAULT '􏿿' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_by_state` ON `claims` (`state_rank`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_by_rating` ON `claims` (`rating_rank`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_by_claimant` ON `claims` (`claimant_key`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_by_evidence` ON `claims` (`evidence_count`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_by_decision` ON `claims` (`decided_key`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_by_publication` ON `claims` (`published_key`,`id`,`state`);